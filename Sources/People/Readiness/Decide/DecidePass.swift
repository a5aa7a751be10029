import Columns
import Diagnostics
import Files
import Linkage
import Lists
import Rules
import Tabular
import Workers

/// Second reading of the population lists: every row is decided, counted, and exported where its verdict says so.
struct DecidePass: Sendable {
    /// What one thread found.
    struct Result: Sendable {
        var verdicts = VerdictBook()
        var tally = Tally()
        /// People still to be exported, by place in `Exports.all`.
        var places: [PlaceBook]
        /// The same where memory is short; `places` is empty then.
        var spilled: PlaceSpill?
        /// By place in the population lists.
        var counts: [ListCounts]
        /// Rows of lists decided.
        var decided: [Int]
        /// Cells guarded in lines already written, by place in `Exports.all`.
        var guarded: [Int]
    }

    /// In which order the lists are read.
    enum Order: Sendable {
        /// As they were given: exported people are noted, to be copied later.
        case asGiven(persons: OrderedWriter?)
        /// By region: lines of exported people are written at once. People of no known region come last and are noted.
        case byRegion([AreaMap.Unit], OrderedWriter)
    }

    let context: RunContext
    let plan: PersonFacts
    let program: DecisionProgram
    let marks: EqualNIKPass.Marks
    let sideRows: [String: SideRows]
    let exports: Exports
    let order: Order

    func run() throws(Failure) -> [Result] {
        switch order {
        case .asGiven(let persons): try runAsGiven(persons)
        case .byRegion(let units, let writer): try runByRegion(units, writer)
        }
    }

    private func runByRegion(_ units: [AreaMap.Unit], _ writer: OrderedWriter) throws(Failure) -> [Result] {
        let counter = Counter()
        return try Workers.run(context.threads) { () throws(Failure) in
            DecideThread(self)
        } _: { (thread, stop) throws(Failure) in
            while let number = counter.next(below: units.count) {
                if try stop.check() { return }
                let unit = units[number]
                let list = context.people[unit.list]
                let people = try thread.take(unit.list, piece: number) { (block) throws(Failure) in
                    do throws(FileError) {
                        try list.text.readRows(from: unit.start, limit: unit.end, row: unit.row, into: &block)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                }
                context.progress?.add(.decide, unit.end - unit.start, people: people)
                try writer.write(number, &thread.lines, stop)
            }
            try thread.finish()
        }.map(\.result)
    }

    private func runAsGiven(_ persons: OrderedWriter?) throws(Failure) -> [Result] {
        let starts = context.people.map(\.blocks.count).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
        let counter = Counter()
        return try Workers.run(context.threads) { () throws(Failure) in
            DecideThread(self)
        } _: { (thread, stop) throws(Failure) in
            var place = 0
            while let number = counter.next(below: starts[starts.count - 1]) {
                if try stop.check() { return }
                while number >= starts[place + 1] { place += 1 }
                let list = context.people[place]
                let people = try thread.take(place, piece: number) { (block) throws(Failure) in
                    do throws(FileError) {
                        try list.blocks.read(number - starts[place], into: &block)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                }
                context.progress?.add(.decide, OpenList.pieceSize, people: people)
                try persons?.write(number, &thread.persons, stop)
            }
            try thread.finish()
        }.map(\.result)
    }
}
