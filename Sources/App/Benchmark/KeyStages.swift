import Columns
import Linkage
import Tabular

/// NIK into the index of people, and NIK of other lists looked up in it.
enum KeyStages {
    static func measure(_ stage: Stage, _ workload: Workload) throws -> StageFigures {
        var (adding, finding) = (StopWatch(), StopWatch())
        var (people, others) = (0, 0)
        var (regencies, places, payloads) = ([UInt16](), [UInt64](), [UInt64]())
        let lists = try workload.lists()
        let populations = lists.filter(\.isPopulation)
        let index = PersonIndex(people: populations.map { $0.text.file.size }.reduce(0, +) / 100)
        for list in populations {
            var columns = DecodedColumns(list)
            try list.forEachBlock { block in
                columns.decodeKeys(&block, list, list.text.keyColumn)
                people += block.rows
                regencies = [UInt16](repeating: 0, count: block.rows)
                places = [UInt64](repeating: 0, count: block.rows)
                block.fileOffsets(from: 0, into: &places)
                adding.time {
                    PersonIndex.payloads(regencies: regencies, positions: places, into: &payloads)
                    index.add(columns.keys, payloads: payloads) { _ in }
                }
            }
        }
        guard stage == .join else {
            return StageFigures(stage, unit: "people", seconds: adding.seconds, rows: people)
        }
        // Every row as a recording that nothing else is older than.
        var aside: [SetAsideRecording] = []
        let oldest = Recording(day: nil, rank: 0, text: 0).packed(RecordingRanks())
        for list in lists where !list.isPopulation {
            var columns = DecodedColumns(list)
            try list.forEachBlock { block in
                columns.decodeKeys(&block, list, list.text.keyColumn)
                others += block.rows
                let recordings = [UInt64](repeating: oldest, count: block.rows)
                finding.time {
                    index.add(
                        recordings, of: columns.keys, RecordingRanks(), regencies: &regencies, aside: &aside
                    ) { $0 < $1 }
                }
            }
        }
        return StageFigures(stage, unit: "rows", seconds: finding.seconds, rows: others)
    }
}
