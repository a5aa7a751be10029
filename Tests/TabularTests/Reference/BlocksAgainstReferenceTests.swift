import Columns
import Foundation
import Testing

@testable import Schema
@testable import Tabular

/// Reading in blocks, whatever their size and order, gives the rows and problems that the reference gives.
@Suite struct BlocksAgainstReferenceTests {
    private let width = 3
    private let kinds = RowKinds(headings: ["NIK", "NAMA", "RT"], totalWords: ["JUMLAH"])

    private enum Line: Equatable {
        case row([String])
        case problem(RecordProblem)
    }

    @Test(
        arguments: [(0x2C, true, Dialect.Newline.lf), (0x2C, true, .cr), (0x23, false, .lf)]
            as [(UInt8, Bool, Dialect.Newline)])
    func rowsAndProblemsAreTheSame(delimiter: UInt8, quoting: Bool, newline: Dialect.Newline) throws {
        var dice = Dice(seed: 41)
        let path = NSTemporaryDirectory() + "blocks-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let dialect = Dialect(.init(byte: delimiter, quoting: quoting), newline: newline)
        for round in 0..<12 {
            let text = Self.text(delimiter, newline, round: round, &dice)
            try Data(text).write(to: URL(fileURLWithPath: path))
            let expected = reference(text, dialect)
            #expect(round == 0 || expected.contains { if case .problem = $0 { true } else { false } })
            let list = ListText(
                file: try InputFile(path: path), grammar: dialect.grammar, width: width, firstOffset: 0, firstRow: 1,
                keyColumn: 0, emptyWord: nil, kinds: kinds)
            for pieceSize in [4096, 10_000, 1 << 20] {
                let blocks = BlockSequence(list, pieceSize: pieceSize)
                var found: [Int: Line] = [:]
                var block = Block(width: width)
                while let piece = blocks.next() {
                    try blocks.read(piece, into: &block)
                    for row in 0..<block.rows {
                        found[block.rowNumber(row)] = .row((0..<width).map { cell(block, row, $0, dialect) })
                    }
                    for problem in block.problems {
                        found[block.firstRow + problem.ordinal] = .problem(problem.kind)
                    }
                }
                #expect(blocks.records == expected.count)
                for (index, line) in expected.enumerated() where found[index + 1] != line {
                    Issue.record(
                        "round \(round), pieces of \(pieceSize), row \(index + 1): \(line), read as \(String(describing: found[index + 1]))"
                    )
                    return
                }
            }
        }
    }

    private func reference(_ text: [UInt8], _ dialect: Dialect) -> [Line] {
        RecordSplitter(dialect).records(in: text).map { record in
            if let problem = record.problem { return .problem(problem) }
            let cells = record.cells.map { Windows1252.text($0) }
            let isRow = cells.count >= width && cells[width...].allSatisfy(Folding.isBlank)
            if let kind = kinds.kind(of: isRow ? Array(cells.prefix(width)) : cells) { return .problem(kind) }
            return isRow ? .row(Array(cells.prefix(width))) : .problem(.cellCount)
        }
    }

    private func cell(_ block: Block, _ row: Int, _ column: Int, _ dialect: Dialect) -> String {
        var cell = block.bounds.cell(row, column)
        if column == width - 1, dialect.newline != .cr, let last = cell.last, block.text[last] == 13 {
            cell = cell.dropLast()
        }
        return CellText.plain(block.text.span.extracting(cell), quoting: dialect.quoting)
    }

    /// Some 30 KB of rows, a part of them damaged, the more the later the round.
    private static func text(
        _ delimiter: UInt8, _ newline: Dialect.Newline, round: Int, _ dice: inout Dice
    ) -> [UInt8] {
        var text: [UInt8] = []
        let mark = String(decoding: [delimiter], as: UTF8.self)
        let ends = newline == .cr ? ["\r"] : ["\n", "\n", "\r\n"]
        let odd = [
            "", "NIK,NAMA,RT", "1,2,3", "JUMLAH,3,", ",,", "a,b", "a,b,c,d", "a,b,c,,", "\"", "\"a\"b,c,d",
            "x\"y,\"z,w",
            "\"p\nq\",r,s", "\"p\"\"q\",\"r\rs\",\"\"", "\"\(String(repeating: "long\n", count: 2000))\",b,c",
            "\u{0},\u{0},é",
            "\"a,\nb\",\"", "\"u\",v,\"w\"",
        ]
        while text.count < 30_000 {
            let end = ends.randomElement(using: &dice) ?? "\n"
            if Int.random(in: 0..<40, using: &dice) < round {
                let line = odd.randomElement(using: &dice) ?? ""
                text += Array(line.replacing(",", with: mark).utf8)
                if Int.random(in: 0..<20, using: &dice) == 0 { text.append(0xE9) }
            } else {
                let serial = Int.random(in: 1...9999, using: &dice)
                text += Array(
                    "127190170890\(1000 + serial % 9000)\(mark)\"SITI\(mark) S.Pd\"\(mark)00\(serial % 10)".utf8)
            }
            text += Array(end.utf8)
        }
        if Bool.random(using: &dice) { text += Array("1271901708900001\(mark)A\(mark)1".utf8) }
        return text
    }
}
