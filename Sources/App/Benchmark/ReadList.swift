import Columns
import RoleLists
import Rules
import Schema
import Tabular

/// A list of the workload, opened as a check opens it.
struct ReadList {
    let role: ListSchema.Role
    let text: ListText
    /// Column id -> cell.
    let map: [String: Int]

    init(_ input: ListInput, _ ruleset: Ruleset) throws {
        guard let role = ruleset.schema.role(input.role) else {
            throw BenchmarkOptions.refusal("there is no list role '\(input.role)'")
        }
        let file = try InputFile(path: input.path)
        var head = [UInt8](repeating: 0, count: min(file.size, 1 << 20))
        _ = try file.read(at: 0, count: head.count, into: &head)
        let opening = try Opening(
            head: head, isWhole: head.count == file.size, file: input.path, role: role, schema: ruleset.schema)
        let key = role.columns.first { $0.kind == .nik }?.id ?? ""
        self.role = role
        map = opening.map
        text = ListText(
            file: file, grammar: opening.dialect.grammar, width: opening.width, firstOffset: opening.firstRecordOffset,
            firstRow: opening.firstRecordRow, keyColumn: opening.map[key] ?? 0,
            emptyWord: opening.dialect.emptyWord.map { Array($0.utf8) },
            kinds: opening.kinds(role, ruleset.schema))
    }

    var isPopulation: Bool { role.rows == .person }

    /// Reads the list block by block; `read` is called to do the reading, so that it may be timed.
    func forEachBlock(
        reading read: (() throws -> Void) throws -> Void = { try $0() }, _ body: (inout Block) throws -> Void
    ) throws {
        let blocks = BlockSequence(text, pieceSize: OpenList.pieceSize)
        var block = Block(width: text.width)
        while let piece = blocks.next() {
            try read { try blocks.read(piece, into: &block) }
            try body(&block)
        }
    }
}

extension Workload {
    func lists() throws -> [ReadList] { try inputs.map { try ReadList($0, ruleset) } }
}
