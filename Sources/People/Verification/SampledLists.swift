import Civil
import Columns
import Diagnostics
import Files
import Joining
import RoleLists
import Rules
import RunFolder
import Schema
import Tabular
import Workers

/// Some rows of population lists as lists of their own: those chosen, and all that share a NIK with one of them, so
/// that duplicates are met as in the whole.
struct SampledLists {
    /// A row by the name of its list in the run, and its number there.
    struct Row: Hashable {
        var list: String
        var row: Int
    }

    /// The lists written, in the order of the originals; those without a row are left out.
    private(set) var lists: [ListInput] = []
    private(set) var rows: Set<Row> = []
    /// By the written list's name: the originals of its rows, in order.
    private var originals: [String: [Row]] = [:]

    /// The first row behind the heading of a written list.
    private static let firstRow = 2

    /// - Parameters:
    ///   - inputs: every list of the run.
    ///   - maps: column maps, some of which may be about these lists.
    ///   - regions: the run's own table of region names.
    ///   - people: how many are wanted; about so many are chosen, the same for the same seed.
    ///   - all: how many there are.
    init(
        _ inputs: [ListInput], maps: [String], regions: String?, ruleset: Ruleset, seed: String, people: Int,
        of all: Int, in folder: RunDirectory
    ) throws(Failure) {
        var maps = try ColumnMapChoice(reading: maps)
        // All of them are opened, since a list's name depends on those before it.
        var opened = try ListOpening.open(
            inputs, ruleset.schema, &maps, accepting: ruleset.schema.roles.map(\.id), spools: folder.spools
        ).lists
            .filter { $0.role.rows == .person }
        if opened.contains(where: StatedRegions.mayState) {
            let given = try regions.map { path throws(Failure) in
                try RegionNames(reading: path, digest: false, ruleset.schema, spools: folder.spools).names
            }
            let titles = ruleset.regionNames.merging(given ?? [:]) { $1 }
            let names = RegionNameIndex(
                titles, kinds: ruleset.schema.regionKinds, Apostrophes(ruleset.schema.apostrophes))
            _ = StatedRegions.take(&opened, names, ruleset.schema, titles: titles)
        }
        let share = all > 0 ? Double(min(people, all)) / Double(all) : 0
        let limit = share >= 1 ? UInt64.max : UInt64(share * 18_446_744_073_709_551_615.0)
        func isChosen(_ list: OpenList, _ row: Int) -> Bool {
            var digest = TextDigest()
            digest.add(Array("\(seed)\n\(list.name)\n\(row)".utf8))
            return digest.value <= limit
        }
        var keys: Set<UInt64> = []
        for list in opened {
            try Self.read(list) { block, row in
                if isChosen(list, block.rowNumber(row)), let key = Self.key(block, row, list) { keys.insert(key) }
            }
        }
        for (place, list) in opened.enumerated() {
            let columns = list.map.sorted { $0.value < $1.value }
            var table = SampledTable(columns.map { list.role.column($0.key)?.headings.first ?? $0.key })
            var found: [Row] = []
            try Self.read(list) { block, row in
                let number = block.rowNumber(row)
                let isWanted =
                    isChosen(list, number) || Self.key(block, row, list).map { keys.contains($0) } ?? false
                guard isWanted else { return }
                table.add(columns.map { block.cellText(row, $0.value, of: list.text) })
                found.append(Row(list: list.name, row: number))
            }
            guard !found.isEmpty else { continue }
            // A name that no column map has for a list of its own.
            let file = "siappilih-sample-\(place + 1).csv"
            let name = "lists/\(file)"
            _ = try folder.write(name, table.bytes)
            lists.append(
                ListInput(
                    role: list.role.id, path: try folder.place(for: name),
                    region: list.defaultRegion.isUnknown ? nil : list.defaultRegion.description))
            originals[file] = found
            rows.formUnion(found)
        }
    }

    /// Where the original rows stand in the written lists.
    var places: [AnswerOrigin: AnswerOrigin] {
        var places: [AnswerOrigin: AnswerOrigin] = [:]
        for (file, rows) in originals {
            for (place, row) in rows.enumerated() {
                places[AnswerOrigin(list: row.list, row: row.row)] = AnswerOrigin(
                    list: file, row: Self.firstRow + place)
            }
        }
        return places
    }

    /// The original of a written row.
    func original(list: String, row: Int) -> Row? {
        guard let rows = originals[list], rows.indices.contains(row - Self.firstRow) else { return nil }
        return rows[row - Self.firstRow]
    }

    private static func key(_ block: Block, _ row: Int, _ list: OpenList) -> UInt64? {
        guard let cell = list.cell("nik"),
            case .value(let nik) = NIK.read(block.cellText(row, cell, of: list.text).span)
        else { return nil }
        return nik.value
    }

    private static func read(_ list: OpenList, _ body: (Block, Int) -> Void) throws(Failure) {
        let blocks = BlockSequence(list.text, pieceSize: OpenList.pieceSize)
        var block = Block(width: list.text.width)
        while let piece = blocks.next() {
            try Interruption.check()
            do throws(FileError) {
                try blocks.read(piece, into: &block)
            } catch {
                throw Run.unreadable(
                    list.path,
                    Bilingual(
                        id: "tidak dapat dibaca: \(error.reason.indonesian)",
                        en: "cannot be read: \(error.reason.english)"))
            }
            for row in 0..<block.rows { body(block, row) }
        }
    }
}

/// Rows of a sampled list as the list has them: every cell quoted, so that nothing in it is taken for anything else.
private struct SampledTable {
    private(set) var bytes: [UInt8] = []

    init(_ headings: [String]) { add(headings.map { Array($0.utf8) }) }

    /// The first cell is always filled: a row of which only cells without a meaning were filled is no blank row.
    mutating func add(_ cells: [[UInt8]]) {
        let quote = UInt8(ascii: "\"")
        bytes.append(UInt8(ascii: "."))
        for cell in cells {
            bytes += [UInt8(ascii: ","), quote]
            for byte in cell { bytes += byte == quote ? [quote, quote] : [byte] }
            bytes.append(quote)
        }
        bytes.append(0x0A)
    }
}
