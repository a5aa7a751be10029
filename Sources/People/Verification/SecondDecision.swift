import Civil
import Columns
import Diagnostics
import Documents
import Files
import Readiness
import RoleLists
import Rules
import RunFolder
import Schema

/// Decides a run's lists again, in a directory that nobody sees and that is gone afterwards.
struct SecondDecision {
    let run: Run
    let ruleset: Ruleset
    let book: RuleBook
    let programVersion: String

    /// The options that the run was made with, as its manifest has them.
    ///
    /// - Parameter maps: the column maps that are about these lists.
    func options(lists: [ListInput], maps: [String], out: String) throws(Failure) -> CheckOptions {
        let manifest = run.manifest
        guard let asOf = CivilDate(iso: manifest.identity.asOf) else {
            throw Run.unreadable(run.path, Bilingual(id: "tanggal data tidak sah", en: "the as-of date is no date"))
        }
        var options = CheckOptions(
            lists: lists, maps: maps,
            regions: manifest.options["regions"]?.values.first, election: manifest.identity.election,
            ruleset: manifest.identity.ruleset, profile: manifest.identity.profile, asOf: asOf, rulesDirectory: "",
            out: out,
            persons: manifest.has("persons"), digests: manifest.digest != nil)
        // The run was judged as a whole: some rows of a list tell less, and may all be struck.
        options.acceptedRoles = ruleset.schema.roles.map(\.id)
        options.acceptedStrikes = options.acceptedRoles
        options.mayRepeatFiles = true
        options.forSpreadsheets = manifest.has("csv-excel")
        options.language = manifest.options["lang"]?.values.first.flatMap(Language.init(rawValue:)) ?? .indonesian
        return options
    }

    private var maps: [String] { run.manifest.options["map"]?.values ?? [] }

    /// The lists as they were given: a workbook once, though each of its sheets is a list of the run.
    var lists: [ListInput] {
        var given: [ListInput] = []
        var sheets: Set<String> = []
        for input in run.manifest.inputs where input.role != RegionNames.role && input.role != ColumnMap.role {
            let list = ListInput(role: input.role, path: input.path, region: input.region, map: input.map)
            let isNext = input.sheet.map { given.last == list && !sheets.contains($0) } ?? false
            if !isNext {
                given.append(list)
                sheets = []
            }
            if let sheet = input.sheet { sheets.insert(sheet) }
        }
        return given
    }

    func check(_ options: CheckOptions) throws(Failure) -> CheckReport {
        let files = book.files.map { RuleFileReport(path: $0.path, contents: $0.bytes, digest: options.digests) }
        return try Check.run(options, ruleset: ruleset, ruleFiles: files, programVersion: programVersion)
    }

    /// Decides everyone and compares every file.
    func decideAll(_ found: inout Verification) throws(Failure) {
        let scratch = try Scratch(run)
        defer { scratch.discard() }
        let folder = scratch.folder
        var options = try options(lists: lists, maps: maps, out: "\(folder.scratch)/run")
        // The same lists: what was accepted then is enough, and the same is said of them.
        options.acceptedRoles = run.manifest.options["accept-role"]?.values ?? []
        options.acceptedStrikes = run.manifest.options["accept-strikes"]?.values ?? []
        options.workbooks = run.manifest.has("workbooks") ? .always : .short
        let report = try check(options)
        found.decided = .all(people: report.summary.rows.used)
        var now = Dictionary(report.outputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for output in run.manifest.outputs {
            let shown = "\(run.path)/\(output.name)"
            guard let again = now.removeValue(forKey: output.name) else {
                found.differ(
                    "output_surplus", shown, id: "keputusan ulang tidak menulis berkas ini",
                    en: "deciding again does not write this file")
                continue
            }
            let isSame = again.bytes == output.bytes && (output.sha256 == nil || output.sha256 == again.sha256)
            if isSame && output.sha256 != nil { continue }
            let row = try Self.firstDifference(shown, "\(options.out)/\(output.name)")
            guard !isSame || row != nil else { continue }
            found.differ(
                "decision_differs", shown, row: row, id: "keputusan ulang memberi isi lain",
                en: "deciding again gives other contents")
        }
        for name in now.keys.sorted() {
            found.differ(
                "output_missing", "\(run.path)/\(name)", id: "keputusan ulang juga menulis berkas ini",
                en: "deciding again also writes this file")
        }
        ManifestProof.compare(run, with: try Run(reading: options.out).manifest, &found)
    }

    /// The first line in which two files differ; nil where they do not.
    private static func firstDifference(_ one: String, _ other: String) throws(Failure) -> Int? {
        do throws(FileError) {
            let (left, right) = (try InputFile(path: one), try InputFile(path: other))
            var first = [UInt8](repeating: 0, count: 1 << 16)
            var second = first
            var offset = 0
            var line = 1
            while offset < max(left.size, right.size) {
                let got = try left.read(at: offset, count: first.count, into: &first)
                let had = try right.read(at: offset, count: second.count, into: &second)
                for place in 0..<max(got, had) {
                    guard place < got, place < had, first[place] == second[place] else { return line }
                    if first[place] == 0x0A { line += 1 }
                }
                offset += max(got, had)
            }
            return nil
        } catch {
            // Unreadable is told where outputs are compared with the manifest.
            return nil
        }
    }

    /// Decides some people, with everyone who bears one of their NIKs, and compares what became of them.
    func decideSample(_ people: Int, _ found: inout Verification) throws(Failure) {
        let scratch = try Scratch(run)
        defer { scratch.discard() }
        let folder = scratch.folder
        let given = lists
        let roles = Set(book.roles.filter { $0.rows == .person }.map(\.id))
        let sample = try SampledLists(
            given, maps: maps, regions: run.manifest.options["regions"]?.values.first, ruleset: ruleset,
            seed: run.manifest.digest ?? run.path, people: people,
            of: run.manifest.inputs.reduce(0) { $0 + ($1.isPopulation ? $1.rows.used : 0) }, in: folder)
        guard !sample.lists.isEmpty else {
            found.decided = .sample(people: 0)
            return
        }
        let others = given.filter { !roles.contains($0.role) }
        // What a map says of population lists was heeded when the sample was taken.
        var options = try options(
            lists: sample.lists + others, maps: try ColumnMapChoice(reading: maps).paths(about: others),
            out: "\(folder.scratch)/run")
        options.workbooks = .never
        options.movedRows = sample.places
        _ = try check(options)
        let again = try Run(reading: options.out).unchecked
        found.decided = .sample(people: sample.rows.count)
        let tables: [PersonTable] =
            run.has(PersonTable.everyone.rawValue) ? [.everyone] : [.flagged, .ineligible]
        for table in tables {
            let path = "\(run.path)/\(table.rawValue)"
            var expected: [SampledLists.Row: [String]] = [:]
            let new = try again.people(table, Self.place + Self.compared)
            while try new.next() {
                guard let row = sample.original(list: new.text(.list), row: new.number(.row) ?? 0) else { continue }
                expected[row] = Self.compared.map { new.text($0) }
            }
            let old = try run.people(table, Self.place + Self.compared)
            while try old.next() {
                let row = SampledLists.Row(list: old.text(.list), row: old.number(.row) ?? 0)
                guard sample.rows.contains(row) else { continue }
                if expected.removeValue(forKey: row) != Self.compared.map({ old.text($0) }) {
                    found.differ(
                        "decision_differs", path, row: old.rows.row,
                        id: "keputusan ulang memberi hasil lain untuk orang ini",
                        en: "deciding again gives this person another outcome")
                }
            }
            for row in expected.keys.sorted(by: { ($0.list, $0.row) < ($1.list, $1.row) }) {
                found.differ(
                    "decision_differs", path,
                    id: "tidak memuat \(row.list) baris \(row.row), yang ditulis keputusan ulang",
                    en: "lacks \(row.list) row \(row.row), which deciding again writes")
            }
        }
    }

    private static let place: [PersonColumn] = [.list, .row]
    private static let compared: [PersonColumn] = [.region, .outcome, .code, .reasons]
}
