import Columns
import Linkage
import Tabular

/// NIK into the index of people, and NIK of other lists looked up in it.
enum KeyStages {
    static func measure(_ stage: Stage, _ workload: Workload) throws -> StageFigures {
        var (adding, finding) = (StopWatch(), StopWatch())
        var (people, others) = (0, 0)
        var columns = DecodedColumns()
        var (regencies, places, payloads, slots) = ([UInt16](), [UInt64](), [UInt64](), [UInt32]())
        let lists = try workload.lists()
        let populations = lists.filter(\.isPopulation)
        let index = PersonIndex(people: populations.map { $0.text.file.size }.reduce(0, +) / 100)
        for list in populations {
            try list.forEachBlock { block in
                columns.decodeKeys(&block, list, list.text.keyColumn)
                people += block.rows
                regencies = [UInt16](repeating: 0, count: block.rows)
                places = (0..<block.rows).map { UInt64(block.fileOffset(ofRow: $0)) }
                adding.time {
                    index.add(columns.keys, regencies: regencies, positions: places, payloads: &payloads) { _ in }
                }
            }
        }
        guard stage == .join else {
            return StageFigures(stage, unit: "people", seconds: adding.seconds, rows: people)
        }
        for list in lists where !list.isPopulation {
            try list.forEachBlock { block in
                columns.decodeKeys(&block, list, list.text.keyColumn)
                others += block.rows
                finding.time { index.keys.find(columns.keys, slots: &slots) }
            }
        }
        return StageFigures(stage, unit: "rows", seconds: finding.seconds, rows: others)
    }
}
