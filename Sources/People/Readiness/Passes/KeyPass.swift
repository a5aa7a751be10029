import Civil
import Columns
import Diagnostics
import Linkage
import Lists
import Tabular
import Workers

/// First reading of the population lists: every usable NIK enters the index, and rows whose NIK came before are noted.
struct KeyPass: Sendable {
    /// A row that bears a NIK another row bears too.
    struct Repeated: Sendable {
        var key: UInt64
        var place: PersonIndex.Place
    }

    struct Result: Sendable {
        var repeated: [Repeated] = []
        var rejected: [RejectedRow] = []
        /// By place in the population lists.
        var counts: [ListCounts]
        /// Usable NIKs by list, and how many of them an earlier-read list may hold as well.
        var usable: [Int]
        var areas = AreaMap()
        var cells = TextColumn()
        var keys: [UInt64] = []
        var findings: [UInt8] = []
        var regions: [UInt64] = []
        var regencies: [UInt16] = []
        var places: [UInt64] = []
        var payloads: [UInt64] = []
        /// One a thread and list, where the index is cut into parts.
        var spills: [PeopleSpill] = []
    }

    static func run(_ context: RunContext) throws(Failure) -> Result {
        var whole = Result(counts: context.people.map { _ in ListCounts() }, usable: context.people.map { _ in 0 })
        for (place, list) in context.people.enumerated() {
            let parts = try Workers.run(context.threads) { () throws(Failure) in
                (
                    Result(counts: [ListCounts()], usable: [0]), Block(width: list.text.width), RegionReader(list),
                    context.spill.map { PeopleSpill($0) }
                )
            } _: { (state, stop) throws(Failure) in
                // Asked before a piece is taken: others wait for where a taken one ends.
                while try !stop.check(), let piece = list.blocks.next() {
                    do throws(FileError) {
                        try list.blocks.read(piece, into: &state.1)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                    context.progress?.add(.keys, OpenList.pieceSize)
                    take(&state.1, list, &state.2, &state.0)
                    if state.3 != nil {
                        try state.3?.add(state.1, list: place, keys: state.0.keys, payloads: state.0.payloads)
                    } else {
                        index(context.index, &state.0)
                    }
                    state.0.areas.add(state.1, state.0.regions, list: place, list.blocks.range(of: piece))
                    try list.digest?.take(piece, &state.1, stop)
                }
                try state.3?.finish()
            }
            list.digest?.complete()
            for (part, _, _, spill) in parts {
                if let spill { whole.spills.append(spill) }
                whole.repeated += part.repeated
                whole.rejected += part.rejected
                whole.counts[place].add(part.counts[0])
                whole.usable[place] += part.usable[0]
                whole.areas.add(part.areas)
            }
        }
        return whole
    }

    private static func take(
        _ block: inout Block, _ list: OpenList, _ regionReader: inout RegionReader, _ into: inout Result
    ) {
        into.counts[0].take(block, list, &into.rejected)
        let rows = block.rows
        into.regions.removeAll(keepingCapacity: true)
        if rows == 0 {
            into.keys.removeAll(keepingCapacity: true)
            into.payloads.removeAll(keepingCapacity: true)
            return
        }
        block.gather(list.text.keyColumn, of: list.text, into: &into.cells)
        regionReader.read(&block, list.text, into: &into.regions)
        ColumnDecoding.niks(block.text, into.cells, keys: &into.keys, findings: &into.findings)
        regencies(of: into.regions, into: &into.regencies)
        ColumnDecoding.resize(&into.places, rows)
        block.fileOffsets(from: list.base, into: &into.places)
        var usable = 0
        for key in into.keys where key != 0 { usable += 1 }
        into.usable[0] += usable
        PersonIndex.payloads(regencies: into.regencies, places: into.places, into: &into.payloads)
    }

    /// The first four digits of regions, 10000 = not known. Lists come area by area: the last one serves again.
    private static func regencies(of regions: [UInt64], into regencies: inout [UInt16]) {
        ColumnDecoding.resize(&regencies, regions.count)
        let regions = regions.span
        var to = regencies.mutableSpan
        var last = RegionCode.unknown.packed
        var regency: UInt16 = 10000
        for row in regions.indices {
            if regions[row] != last {
                last = regions[row]
                regency = UInt16(clamping: RegionCode(trusted: last).firstFourDigits ?? 10000)
            }
            to[row] = regency
        }
    }

    /// Puts the rows just taken into the index.
    private static func index(_ index: PersonIndex, _ into: inout Result) {
        var repeated: [Int] = []
        index.add(into.keys, payloads: into.payloads) { position in repeated.append(position) }
        for row in repeated { into.repeated.append(Repeated(key: into.keys[row], place: into.places[row])) }
    }
}
