import Civil
import Columns
import Diagnostics
import Foundation
import Linkage
import RoleLists
import Rules
import RunFolder
import Tabular
import Testing

@testable import Joining
@testable import RunFolder

/// Whichever store a run has, the same is known of every row.
@Suite struct PersonStoreTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The lists of the shipped district, opened anew.
    private func context(threads: Int) throws -> RunContext {
        let book = try RuleBook.load(directory: Self.root.appendingPathComponent("rules").path)
        let day = try #require(CivilDate(iso: "2018-03-23"))
        let ruleset = try Ruleset(book: book, election: "pilkada-2018", asOf: day, today: day)
        let files = [
            ("population", "penduduk-1271-medan.csv"), ("population", "penduduk-1206-karo.csv"),
            ("population", "penduduk-1207-deli-serdang.csv"), ("recordings", "perekaman-1.csv"),
            ("recordings", "perekaman-2.csv"), ("suket", "suket.csv"), ("military", "tni-polri.csv"),
            ("deaths", "meninggal.csv"), ("moved", "pindah.csv"), ("revoked", "hak-pilih-dicabut.csv"),
            ("impaired", "surat-keterangan-ahli.csv"), ("field_findings", "temuan-coklit.csv"),
            ("reply", "jawaban-dukcapil.csv"),
        ]
        var maps = try ColumnMapChoice(reading: [])
        let opened = try ListOpening.open(
            files.map { ListInput(role: $0.0, path: Self.root.appendingPathComponent("samples/\($0.1)").path) },
            ruleset.schema,
            &maps, spools: NSTemporaryDirectory()
        ).lists
        return try JoinSetup.context(opened, ruleset, threads: threads)
    }

    /// What is known of a row, whatever else its entry holds.
    private struct Known: Hashable {
        var list: String
        var row: Int
        var recording: Recording?
        var flags: UInt16
        var mark: String
        var rows: [String]
    }

    private func known(_ context: RunContext, _ store: any PersonStore) throws -> (Set<Known>, JoinReport) {
        let plans = JoinSetup.plans(context)
        _ = try KeyPass.run(context, store)
        try store.endPersons()
        _ = try OtherListPass.run(context, plans, store)
        let persons = try store.join()
        var known: Set<Known> = []
        for (place, list) in context.people.enumerated() {
            try persons.forEachBlock(of: list, place) { block, niks, evidence in
                let marks = Dictionary(evidence.marks.map { ($0.row, $0.mark) }, uniquingKeysWith: { $1 })
                for row in 0..<block.rows {
                    var rows: [String] = []
                    for (role, found) in evidence.rows where niks[row] != 0 {
                        for place in found.rows(of: niks[row]) {
                            rows.append(
                                "\(role) \(found.names[place]) \(found.codes.map { $0[place] }) \(role == "moved" ? [] : found.numbers.map { $0[place] }) "
                                    + "\(found.states.map { $0[place] })")
                        }
                    }
                    known.insert(
                        Known(
                            list: list.name, row: block.rowNumber(row),
                            recording: PersonEntry(payload: evidence.payloads[row]).recording,
                            flags: evidence.flags[row] & 0x3FF, mark: "\(marks[row] ?? .first)", rows: rows.sorted()))
                }
            }
        }
        return (known, persons.report)
    }

    @Test(arguments: [1, 3], [2, 7]) func bothStoresKnowTheSame(threads: Int, parts: Int) throws {
        let first = try context(threads: threads)
        let (memory, report) = try known(first, MemoryStore(first, JoinSetup.plans(first), people: 3000))
        let second = try context(threads: threads)
        let file = try PartFile(in: NSTemporaryDirectory(), shown: "hasil")
        let layout = PartLayout(NIKPartitions(parts), file, threads: threads)
        let (inParts, other) = try known(second, PartStore(second, JoinSetup.plans(second), layout))
        #expect(memory.count > 2000)
        // Not all of them are numbered alike: status texts are numbered as they are met.
        if threads == 1 { #expect(memory == inParts) }
        func plain(_ known: Set<Known>) -> Set<Known> {
            Set(
                known.map { known in
                    var plain = known
                    plain.recording?.text = 0
                    return plain
                })
        }
        #expect(plain(memory) == plain(inParts))
        #expect(memory.contains { $0.recording != nil } && memory.contains { $0.mark != "first" })
        #expect(memory.contains { !$0.rows.isEmpty } && memory.contains { $0.flags != 0 })
        #expect(report.people == other.people)
        #expect(report.overlaps.map(\.niks) == other.overlaps.map(\.niks))
        #expect(report.regencies == other.regencies && !report.regencies.isEmpty)
    }
}
