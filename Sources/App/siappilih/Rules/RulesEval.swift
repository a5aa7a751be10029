import CEL
import Columns
import Diagnostics
import Options

/// `rules eval`: expressions from standard input, one result a line.
enum RulesEval {
    static let command = Command(
        name: "rules eval", usage: "< LINES",
        does: Bilingual(
            id: "Menghitung ungkapan CEL dari masukan standar, satu JSON per baris, satu hasil per baris.",
            en: "Evaluates CEL expressions from standard input, one JSON a line, one result a line."),
        examples: [
            .init(
                line: #"echo '{"expr":"1 + 1","bindings":{}}' | siappilih rules eval"#,
                does: Bilingual(
                    id: "menulis {\"type\":\"int\",\"value\":2}", en: "writes {\"type\":\"int\",\"value\":2}"))
        ],
        options: { _ in [] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 0)
        let evaluator = EvalLine(language: arguments.has("lang") ? invocation.console.language : .english)
        var line: [UInt8] = []
        var out: [UInt8] = []
        func answer() {
            if line.last == 0x0D { line.removeLast() }
            out += Array((evaluator.answer(line) + "\n").utf8)
            line.removeAll(keepingCapacity: true)
        }
        while case let block = try read(), !block.isEmpty {
            for byte in block {
                if byte == 0x0A { answer() } else { line.append(byte) }
            }
            try invocation.console.write(out)
            out.removeAll(keepingCapacity: true)
        }
        if !line.isEmpty { answer() }
        try invocation.console.write(out)
        return 0
    }

    private static func read() throws(Failure) -> [UInt8] {
        do {
            return try StandardStream.input.read(upTo: 1 << 16)
        } catch {
            throw inputRefused
        }
    }

    static let inputRefused = Failure(
        .input,
        Finding(
            code: "input_refused",
            message: Bilingual(id: "masukan standar tidak dapat dibaca", en: "standard input cannot be read")))
}
