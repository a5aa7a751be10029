import Diagnostics
import Testing

@testable import Documents

/// A made-up document with every kind of field.
private struct Record: SchemaDocument, Equatable {
    static let schema = 2
    static let title = Bilingual(id: "dokumen contoh", en: "the sample document")
    static let remedy = Bilingual(id: "buat lagi", en: "make it again")

    var name = ""
    var note: String?
    var count = 0
    var known: Int?
    var parts: [String] = []
    var byID: [String: Int] = [:]
    var ordered = NamedValues<Bool>()
    var title = Bilingual(both: "x")

    static let fields: [DocumentField<Record>] = [
        .init("name", \.name),
        .init("note", \.note),
        .init("inner", [.init("count", \.count), .init("known", whereKnown: \.known)]),
        .init("double", derived: { .integer($0.count * 2) }),
        .init("parts", \.parts),
        .init("byID", \.byID),
        .init("ordered", \.ordered),
        .init("title", \.title),
    ]
}

@Suite struct DocumentRecordTests {
    private var record: Record {
        var record = Record()
        record.name = "a \"b\""
        record.count = -7
        record.parts = ["", "é"]
        record.byID = ["z": 1, "a": 2]
        record.ordered = NamedValues([("y", true), ("b", false)])
        return record
    }

    private func findings(_ text: String) -> [String] {
        do throws(Failure) {
            _ = try Record(name: "d.json", bytes: Array(text.utf8))
            return []
        } catch {
            // The line itself, which follows, is shown by every finding alike.
            return error.findings.map { String($0.rendered(in: .english).prefix { $0 != "\n" }) }
        }
    }

    @Test func isWrittenInTheOrderOfItsDeclaration() {
        #expect(
            String(decoding: record.document, as: UTF8.self) == """
                {
                  "schema": 2,
                  "name": "a \\"b\\"",
                  "note": null,
                  "inner": {
                    "count": -7
                  },
                  "double": -14,
                  "parts": [
                    "",
                    "é"
                  ],
                  "byID": {
                    "a": 2,
                    "z": 1
                  },
                  "ordered": {
                    "y": true,
                    "b": false
                  },
                  "title": {
                    "id": "x",
                    "en": "x"
                  }
                }

                """)
    }

    @Test(arguments: [nil, "n"] as [String?], [nil, 3] as [Int?])
    func readsBackWhatItWrites(note: String?, known: Int?) throws {
        var record = self.record
        record.note = note
        record.known = known
        #expect(try Record(name: "d.json", bytes: record.document) == record)
    }

    @Test func everythingWrongIsSaidWithItsPlace() {
        #expect(
            findings(
                "{ \"schema\": 2,\n \"name\": 5, \"note\": null, \"inner\": { \"count\": 1.5 },\n \"parts\": [1] }"
            )
            .map { String($0.prefix { $0 != ";" }) } == [
                "d.json:2:10: name: expected a text, found a number",
                "d.json:2:47: inner.count: expected a whole number from -100000000000000 to 100000000000000",
                "d.json:3:12: parts[0]: expected a text, found a number",
                "d.json:1:1: the field 'byID' is missing", "d.json:1:1: the field 'ordered' is missing",
                "d.json:1:1: the field 'title' is missing",
            ])
    }

    @Test func anotherSchemaIsRefusedInWords() {
        #expect(
            findings("{ \"schema\": 3, \"name\": 1 }") == [
                "d.json:1:13: schema: the sample document of schema 3; this program reads schema 2; read it with the version that wrote it"
            ])
        #expect(findings("{ \"name\": 1 }").count == 1)
    }

    @Test(arguments: ["", "[]", "null", "{", "{\"schema\": {}}", "{\"schema\": 9223372036854775808}", "\u{0}"])
    func noTextTraps(text: String) {
        #expect(!findings(text).isEmpty)
    }

    /// Every beginning of a document, and every byte of it turned into another, is read or refused.
    @Test func damagedDocumentsAreRefused() {
        let bytes = record.document
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = damaged[place] &+ 1
            for text in [damaged, Array(bytes[..<place])] {
                do throws(Failure) {
                    _ = try Record(name: "d.json", bytes: text)
                } catch {
                    #expect(error.kind == .input && !error.findings.isEmpty)
                }
            }
        }
    }
}
