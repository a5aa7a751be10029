import Columns
import Diagnostics

@testable import Schema
@testable import Tabular

/// Lists as text: every opening ends in a list or in findings, and blocks hold the records of the reference.
enum RecordTarget {
    static func take(_ bytes: [UInt8]) {
        let schema = ForeignLists.schema
        var dialects: [Dialect] = []
        for isWhole in [true, false] {
            for role in schema.roles {
                do throws(Failure) {
                    let opening = try Opening(
                        head: bytes, isWhole: isWhole, file: "list.csv", role: role, schema: schema)
                    precondition(opening.width > 0 && opening.firstRecordOffset <= bytes.count)
                    precondition(opening.map.values.allSatisfy { $0 < max(opening.width, opening.headings.count) })
                    dialects.append(opening.dialect)
                } catch {
                    precondition(!error.findings.isEmpty && error.findings.allSatisfy { $0.location != nil })
                }
            }
            let place: ListLayout.HeadingPlace = isWhole ? .search : .rows(first: 1, count: 2)
            _ = try? ListLayout(head: bytes, isWhole: isWhole, file: "list.csv", schema: schema, heading: place)
        }
        dialects.append(Dialect(.init(byte: 0x2C)))
        for dialect in dialects.suffix(2) where dialect.start <= bytes.count { compare(bytes, dialect) }
    }

    private static let width = 3
    private static let kinds = RowKinds(headings: ["NIK", "NAMA", "RT"], totalWords: ["JUMLAH"])

    private enum Line: Equatable {
        case row([String])
        case problem(RecordProblem)
    }

    private static func compare(_ bytes: [UInt8], _ dialect: Dialect) {
        let expected = RecordSplitter(dialect).records(in: bytes).map { record -> Line in
            if let problem = record.problem { return .problem(problem) }
            let cells = record.cells.map { Windows1252.text($0) }
            let isRow = cells.count >= width && cells[width...].allSatisfy(Folding.isBlank)
            if let kind = kinds.kind(of: isRow ? Array(cells.prefix(width)) : cells) { return .problem(kind) }
            return isRow ? .row(Array(cells.prefix(width))) : .problem(.cellCount)
        }
        guard let file = file(bytes) else { return }
        let list = ListText(
            file: file, grammar: dialect.grammar, width: width, firstOffset: dialect.start, firstRow: 1, keyColumn: 0,
            emptyWord: nil, kinds: kinds)
        let blocks = BlockSequence(list, pieceSize: 4096)
        var found: [Int: Line] = [:]
        var block = Block(width: width)
        while let piece = blocks.next() {
            guard (try? blocks.read(piece, into: &block)) != nil else { return }
            for row in 0..<block.rows {
                found[block.rowNumber(row)] = .row(
                    (0..<width).map { String(decoding: block.cellText(row, $0, of: list), as: UTF8.self) })
            }
            for problem in block.problems { found[block.firstRow + problem.ordinal] = .problem(problem.kind) }
        }
        precondition(blocks.records == expected.count && found.count == expected.count)
        for (place, line) in expected.enumerated() {
            precondition(found[place + 1] == line || found[place + 1] == withoutReturn(line))
        }
    }

    /// Where empty cells beyond the last column are cut off, a carriage return before them goes as one before a line
    /// end does.
    private static func withoutReturn(_ line: Line) -> Line {
        guard case .row(var cells) = line, let last = cells.popLast(), last.unicodeScalars.last == "\r" else {
            return line
        }
        return .row(cells + [String(last.unicodeScalars.dropLast())])
    }

    static func file(_ bytes: [UInt8]) -> InputFile? {
        guard let spool = try? SpoolFile(in: FuzzTarget.folder, bufferSize: 1 << 12) else { return nil }
        guard (try? spool.append(bytes.span)) != nil else { return nil }
        return try? spool.finish(calling: "list")
    }
}
