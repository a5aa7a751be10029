import Diagnostics
import Foundation
import Testing

@testable import Documents
@testable import Rules

@Suite struct JSON5Tests {
    /// A tree as plain JSON, to compare with what Foundation reads.
    private static func plain(_ node: JSON5Node) -> String {
        switch node.value {
        case .null: "null"
        case .bool(let truth): String(truth)
        case .number(let text): JSON5Number.integer(text).map(String.init) ?? text
        case .string(let text): "'\(text)'"
        case .array(let nodes): "[\(nodes.map(plain).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "'\($0.key)':\(plain($0.value))" }.joined(separator: ","))}"
        }
    }

    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("[1,2,]", "[1,2]"), ("{}", "{}"), ("[]", "[]"),
        ("{a:1,'b':2,\"c\":3,}", "{'a':1,'b':2,'c':3}"), ("// c\n{ /* d */ a: 1 }", "{'a':1}"),
        ("0x1F", "31"), ("-0x10", "-16"), ("+5", "5"), (".5", ".5"), ("5.", "5."), ("1e3", "1e3"),
        ("Infinity", "Infinity"), ("-Infinity", "-Infinity"), ("NaN", "NaN"),
        ("'it\\'s'", "'it's'"), ("\"a\\u0041\\x42\\n\"", "'aAB\n'"), ("'\\uD83D\\uDE00'", "'\u{1F600}'"),
        ("'one \\\ntwo'", "'one two'"), ("'one \\\r\ntwo'", "'one two'"), ("'tab\\q'", "'tabq'"), ("'\\0'", "'\0'"),
        ("\u{FEFF}{\u{A0}a\u{2003}:1}", "{'a':1}"), ("{$_a1: 1, ñ: 2, \\u0061b: 3}", "{'$_a1':1,'ñ':2,'ab':3}"),
        ("{null: 1, true: 2}", "{'null':1,'true':2}"),
    ]) func reads(_ text: String, _ expected: String) throws {
        #expect(try Self.plain(JSON5Parser.parse(Array(text.utf8))) == expected)
    }

    @Test(arguments: [
        "", " ", "{", "[", "{a}", "{a:}", "{:1}", "{a:1 b:2}", "[1 2]", "[,]", "{,}", "1 2", "01", "1a", "0x", "-", "+",
        ".", "1e", "'", "'a", "'a\nb'", "'\\u12'", "'\\uD800'", "'\\uDC00 '", "'\\x1'", "'\\1'", "/* open", "/", "tru",
        "nul", "undefined", "{a:1}}", "\u{0}", "{1:2}", "--1", "1.2.3",
    ]) func refuses(_ text: String) {
        #expect(throws: JSON5Problem.self) { try JSON5Parser.parse(Array(text.utf8)) }
    }

    @Test func nestingHasALimit() throws {
        for (open, close) in [("[", "]"), ("{a:", "}")] {
            let fits = JSON5Parser.depthLimit
            let deep = String(repeating: open, count: fits) + "1" + String(repeating: close, count: fits)
            _ = try JSON5Parser.parse(Array(deep.utf8))
            let hostile = Array(String(repeating: open, count: 1_000_000).utf8)
            let problem = #expect(throws: JSON5Problem.self) { try JSON5Parser.parse(hostile) }
            #expect(problem?.reason == .tooDeep(limit: fits))
        }
    }

    /// Whatever is cut off or overwritten, the parser answers; and where Foundation's reader takes a text, so do we.
    @Test func damagedTextsNeverTrap() throws {
        let bytes = Array(MiniRules.base.utf8)
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<1000 {
            var damaged = Array(bytes.prefix(1 + random(bytes.count)))
            for _ in 0..<random(4) { damaged[random(damaged.count)] = UInt8(random(256)) }
            let log = FindingLog()
            _ = DocumentPlace(Document(name: "x", bytes: damaged), log: log)?.instrument()
            for finding in log.findings { _ = finding.rendered(in: .english) }
        }
    }

    /// The same answer as Foundation's reader for the shipped documents, key by key.
    @Test func agreesWithFoundation() throws {
        struct Any5: Decodable {
            var text: String
            struct Key: CodingKey {
                var stringValue: String
                var intValue: Int? { nil }
                init?(intValue: Int) { nil }
                init?(stringValue: String) { self.stringValue = stringValue }
            }
            init(from decoder: any Decoder) throws {
                if let object = try? decoder.container(keyedBy: Key.self) {
                    let parts = try object.allKeys.map {
                        "'\($0.stringValue)':\(try object.decode(Any5.self, forKey: $0).text)"
                    }
                    text = "{\(parts.sorted().joined(separator: ","))}"
                } else if var array = try? decoder.unkeyedContainer() {
                    var parts: [String] = []
                    while !array.isAtEnd { parts.append(try array.decode(Any5.self).text) }
                    text = "[\(parts.joined(separator: ","))]"
                } else {
                    let value = try decoder.singleValueContainer()
                    if value.decodeNil() {
                        text = "null"
                    } else if let truth = try? value.decode(Bool.self) {
                        text = String(truth)
                    } else if let number = try? value.decode(Int.self) {
                        text = String(number)
                    } else {
                        text = "'\(try value.decode(String.self))'"
                    }
                }
            }
        }
        func sorted(_ node: JSON5Node) -> String {
            switch node.value {
            case .array(let nodes): "[\(nodes.map(sorted).joined(separator: ","))]"
            case .object(let members):
                "{\(members.map { "'\($0.key)':\(sorted($0.value))" }.sorted().joined(separator: ","))}"
            default: Self.plain(node)
            }
        }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        for file in try ShippedRules.book().files where file.path.hasSuffix(".json5") {
            let theirs = try decoder.decode(Any5.self, from: Data(file.bytes)).text
            #expect(try sorted(JSON5Parser.parse(file.bytes)) == theirs, "\(file.path)")
        }
    }
}
