import Columns
import Diagnostics
import Files
import MadeUpRuns
import ReportData
import RoleLists
import Rules
import RunFolder
import Tabular

@testable import Reports

/// Reports of one run of fifty people, in a folder of their own.
struct MadeReport {
    static let words = ["CARD_ISSUED", "PRR", nil, "ENROLL_FAILURE_AT_CENTRAL", "CARD_PRINTED"]
    static let people = (1...50).map { number in
        var person = MadeUpPerson(number, regency: number > 40 ? "1212" : "1271")
        // Born too late to vote.
        if number % 10 == 0 {
            person.birthDate = "05|05|2010"
            person.nik =
                String(person.nik.prefix(6)) + (person.sex == "P" ? "45" : "05") + "0510" + person.nik.suffix(4)
        }
        return person
    }

    static let run = Result {
        try MadeUpRun([
            ("population", people.populationList), ("recordings", people.recordings { number, _ in words[number % 5] }),
        ])
    }

    static func source(_ language: Language = .indonesian) throws -> ReportSource {
        try ReportSource(
            run.get().run(), book: ShippedRules.book(), language: language, office: Office(), programVersion: "1.2.3")
    }

    let folder: TemporaryFolder
    let source: ReportSource
    let report: ReportMade

    init(_ language: Language = .indonesian, _ change: (inout ReportOptions) -> Void = { _ in }) throws {
        try self.init(Self.source(language), change)
    }

    init(_ source: ReportSource, _ change: (inout ReportOptions) -> Void = { _ in }) throws {
        let folder = try TemporaryFolder()
        var options = ReportOptions(out: "\(folder.path)/laporan")
        change(&options)
        self.folder = folder
        self.source = source
        report = try Report.run(source, options: options)
    }

    /// The rows of every sheet of the workbooks whose name begins so, cell by cell.
    func rows(_ prefix: String) throws -> [[String]] { try sheets(prefix).flatMap(\.rows) }

    func sheets(_ prefix: String) throws -> [(name: String, rows: [[String]])] {
        var sheets: [(name: String, rows: [[String]])] = []
        for output in report.outputs where output.name.hasPrefix(prefix) && output.name.hasSuffix(".xlsx") {
            sheets += try WorkbookCells.sheets("\(folder.path)/laporan/\(output.name)", spools: folder.path)
        }
        return sheets
    }

    /// The NIKs that stand on them, each as often as it does.
    func niks(_ prefix: String) throws -> [String] {
        try rows(prefix).compactMap { row in
            row.first {
                $0.utf8.count == 16 && $0.utf8.allSatisfy { 48...57 ~= $0 } && $0.hasPrefix("12")
                    && !$0.hasSuffix("9001")
            }
        }
    }
}
