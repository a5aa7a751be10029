import CEL
import Columns
import Diagnostics
import Files
import Joining
import Linkage
import RoleLists
import Rules
import Tabular
import Workers

/// Second reading of the population lists: every row is decided and counted, and its lines are written.
struct DecidePass: Sendable {
    /// What one thread found.
    struct Result: Sendable {
        var verdicts = VerdictBook()
        var tally = Tally()
        var weeks = WeekCounts()
        /// People who do not count as recorded though a row shows that they once were, by number of the verdict.
        var recordedBefore: [Int: Int] = [:]
        var weighed = WeighedRows()
        /// Lines still to be put in order, by place in `Exports.kinds`, then those of `persons.csv`.
        var sorted: [RegionSorter.Runs?] = []
        /// By place in the population lists.
        var counts: [ListCounts]
        /// Rows of lists decided.
        var decided: [Int]
        /// People of lists by number of the verdict in `verdicts`; a number at the end may be missing.
        var verdictsOfList: [[Int]]
        /// Cells guarded in lines, by place in `Exports.kinds`, then those of `persons.csv`.
        var guarded: [Int]

        /// Counts what was added to `verdicts` to the list at `place`.
        mutating func countVerdicts(of place: Int, since before: [Int]) {
            let after = verdicts.persons
            var counts: [Int] = []
            swap(&counts, &verdictsOfList[place])
            if counts.count < after.count {
                counts.append(contentsOf: repeatElement(0, count: after.count - counts.count))
            }
            for number in after.indices {
                counts[number] += after[number] - (number < before.count ? before[number] : 0)
            }
            swap(&counts, &verdictsOfList[place])
        }
    }

    /// Takes the lines of all threads that are yet to be put in order out of what they found, by place in
    /// `Exports.kinds`, then those of `persons.csv`. Their nameless files are gone once the lines are written: what is left
    /// of them when the run is published would be brought to the disk with it.
    static func takeSorted(_ results: inout [Result]) -> [[RegionSorter.Runs]] {
        let sorted = (0..<(results.first?.sorted.count ?? 0)).map { place in results.compactMap { $0.sorted[place] } }
        for thread in results.indices { results[thread].sorted = [] }
        return sorted
    }

    /// Cells guarded by all threads, by place in `Exports.kinds`, then those of `persons.csv`.
    static func guarded(_ results: [Result]) -> [Int] {
        (0..<(results.first?.guarded.count ?? 0)).map { place in results.reduce(0) { $0 + $1.guarded[place] } }
    }

    let context: RunContext
    let facts: PersonFacts
    let program: DecisionProgram
    let persons: any JoinedPersons
    /// Of the field and the office.
    let answers: RowAnswers
    /// Kabupaten whose people are on no list of recordings that was given.
    let regenciesWithout: Set<UInt16>
    let exports: Exports
    let reading: ReadingPlan
    let files: (exported: OrderedWriter, persons: OrderedWriter?)
    /// Where nameless files may lie.
    let spools: String

    func run() throws(Failure) -> [Result] {
        let counter = Counter()
        let units = reading.units
        return try Workers.run(context.threads) { () throws(Failure) in
            DecideThread(self)
        } _: { (thread, stop) throws(Failure) in
            while let number = counter.next(below: units.count) {
                if try stop.check() { return }
                let unit = units[number]
                let list = context.people[unit.list]
                let people = try thread.take(unit.list) { (block) throws(Failure) in
                    do throws(FileError) {
                        try list.text.readRows(from: unit.start, limit: unit.end, row: unit.row, into: &block)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                }
                context.progress?.add(.decide, unit.end - unit.start, people: people)
                if reading.isInRegionOrder { try files.exported.write(number, &thread.lines, stop) }
                if reading.isInListOrder { try files.persons?.write(number, &thread.persons, stop) }
            }
            try thread.finish()
        }.map(\.result)
    }
}
