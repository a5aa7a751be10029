import Civil
import Columns
import Diagnostics
import Files
import Rules
import RunFolder
import Workers

/// Writes lists of people that were just written as CSV again as workbooks, a sheet a kabupaten: the lines are read, so
/// that there is one way only in which a decided row becomes a line.
struct PeopleWorkbooks {
    /// Lists of which there are workbooks.
    static let lists: [PersonTable] = [.flagged, .collect, .corrections]

    struct Limits: Sendable {
        /// People of a list that has a workbook though nobody asked for one.
        var unasked = 100_000
        /// People in a workbook: what a sheet of Excel holds below its heading.
        var people = 1_048_575
    }

    /// A workbook: so many people of a list from one on.
    private struct Part: Sendable {
        var table: PersonTable
        var name: String
        var people: Range<Int>
    }

    private let directory: RunDirectory
    private let maker: WorkbookMaker
    private let limits: Limits

    /// - Parameter names: of regions, by their digits.
    init(
        in directory: RunDirectory, _ ruleset: Ruleset, names: [String: String], _ language: Language, digests: Bool,
        limits: Limits = Limits()
    ) {
        self.directory = directory
        self.limits = limits
        maker = WorkbookMaker(
            folder: directory.staging, shown: directory.path,
            words: WorkbookWords(ruleset, names: names, language),
            footer: "SiapPilih · \(ruleset.instrumentID) · \(ruleset.asOf)",
            created: Int(ruleset.asOf.dayNumber) * 86_400, digests: digests)
    }

    /// - Parameters:
    ///   - isAsked: whether lists of any length are written.
    ///   - written: names of the lists that were written.
    func write(isAsked: Bool, threads: Int, of written: Set<String>) throws(Failure) -> [OutputReport] {
        var parts: [Part] = []
        for table in Self.lists where written.contains(table.rawValue) {
            parts += try self.parts(table, isAsked: isAsked)
        }
        if parts.isEmpty { return [] }
        let places = try parts.map { (part) throws(Failure) in try directory.place(for: part.name) }
        let (all, maker, counter) = (parts, maker, Counter())
        let made = try Workers.run(min(threads, all.count)) { () throws(Failure) in
            [(number: Int, written: OutputFile.Written)]()
        } _: { (made, stop) throws(Failure) in
            while let number = counter.next(below: all.count) {
                if try stop.check() { return }
                let part = all[number]
                made.append((number, try maker.write(part.table, part.people, named: part.name, at: places[number])))
            }
        }
        return made.joined().sorted { $0.number < $1.number }.map { directory.adopt(all[$0.number].name, $0.written) }
    }

    /// Nobody makes no workbook, and too many only where it is asked for: no more of them are read than tell that.
    private func parts(_ table: PersonTable, isAsked: Bool) throws(Failure) -> [Part] {
        let rows = try RunRows("\(directory.staging)/\(table.rawValue)", columns: [])
        var people = 0
        while try rows.next() {
            people += 1
            if !isAsked, people > limits.unasked { return [] }
        }
        let name = table.rawValue.split(separator: ".").dropLast().joined(separator: ".")
        return stride(from: 0, to: people, by: limits.people).enumerated().map { number, first in
            Part(
                table: table, name: number == 0 ? "\(name).xlsx" : "\(name)-\(number + 1).xlsx",
                people: first..<min(people, first + limits.people))
        }
    }
}
