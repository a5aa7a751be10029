import Diagnostics
import Files
import Readiness
import RoleLists
import Rules
import RunFolder

/// What a check found, for the person at the terminal: what was read, what was decided, where it is worst, what to do.
struct CheckSummary: TerminalPage {
    private let report: CheckReport
    private let ruleset: Ruleset
    private let roles: [ListRole]
    let console: Console
    var lines: [String] = []

    init(_ report: CheckReport, ruleset: Ruleset, roles: [ListRole], console: Console) {
        self.report = report
        self.ruleset = ruleset
        self.roles = roles
        self.console = console
        addTitle()
        addLists()
        addOutcomes()
        addKabupaten()
        addWarnings()
        addNextSteps()
    }

    private var summary: RunSummary { report.summary }

    private mutating func addTitle() {
        lines.append(console.heading(console.text(ruleset.electionTitle)))
        let id = summary.identity
        lines += TextLayout.wrap(
            say(
                "Aturan \(id.ruleset), profil \(id.profile); hari pemungutan suara \(id.votingDay); yang diketahui sampai \(id.asOf)",
                "Rules \(id.ruleset), profile \(id.profile); polling day \(id.votingDay); known by \(id.asOf)"), 80)
    }

    // MARK: Lists

    private mutating func addLists() {
        heading("Yang dibaca", "What was read")
        lines.append(
            listRow(
                "",
                [
                    say("dibaca", "read"), say("dipakai", "used"), say("disisihkan", "left out"),
                    say("ditolak", "rejected"),
                    say("dilewati", "skipped"),
                ]))
        var role: String?
        for input in report.inputs {
            if input.role != role {
                let title = roles.first { $0.id == input.role }.map { console.text($0.title) } ?? input.role
                lines.append("  " + TextLayout.cut(title, 78))
            }
            role = input.role
            lines.append(listRow(VisibleText.of(input.list), figures(input.rows, isPopulation: input.isPopulation)))
        }
        let rows = summary.rows
        lines.append(
            TextLayout.wrap(
                say(
                    "Penduduk: \(count(rows.read)) baris dibaca = \(count(rows.used)) diputuskan + \(count(rows.rejected)) ditolak + \(count(rows.skipped)) dilewati",
                    "People: \(count(rows.read)) \(Plural.of(rows.read, "row", "rows")) read = \(count(rows.used)) decided + \(count(rows.rejected)) rejected + \(count(rows.skipped)) skipped"
                ),
                78
            ).map { "  \($0)" }.joined(separator: "\n"))
    }

    private func figures(_ rows: RowCounts, isPopulation: Bool) -> [String] {
        [
            count(rows.read), count(rows.used), isPopulation ? "" : count(rows.leftOut), count(rows.rejected),
            count(rows.skipped),
        ]
    }

    private func listRow(_ list: String, _ figures: [String]) -> String {
        "    " + TextLayout.left(TextLayout.cutInside(list, 26), 27)
            + zip(figures, [10, 10, 11, 9, 9]).map { TextLayout.right($0, $1) }.joined()
    }

    // MARK: Outcomes

    private mutating func addOutcomes() {
        let total = summary.total
        heading("Keputusan (orang)", "Decisions (people)")
        let indices = summary.terms.outcomes.indices
        let order =
            indices.filter { summary.terms.outcomes[$0].eligible }
            + indices.filter { !summary.terms.outcomes[$0].eligible }
        for index in order {
            let title =
                ruleset.outcomes.indices.contains(index)
                ? console.text(ruleset.outcomes[index].title) : summary.terms.outcomes[index].id
            lines.append(barRow(title, total.outcomes[index], of: total.persons))
        }
        lines.append(
            say(
                "  Memenuhi syarat \(count(total.eligible)); sudah rekam \(count(total.recorded)) = \(share(total.recorded, of: total.eligible))",
                "  Eligible \(count(total.eligible)); recorded \(count(total.recorded)) = \(share(total.recorded, of: total.eligible))"
            ))
        guard total.firstTime > 0 else { return }
        lines.append(
            say(
                "  Pemilih pemula: \(count(total.firstTime)), di antaranya \(count(total.firstTimeFlagged)) perlu ditindaklanjuti",
                "  First-time voters: \(count(total.firstTime)), of whom \(count(total.firstTimeFlagged)) \(Plural.of(total.firstTimeFlagged, "needs", "need")) follow-up"
            ))
    }

    private func barRow(_ title: String, _ part: Int, of whole: Int) -> String {
        let bar = Figures.bar(part, of: whole, width: 14, blocks: console.hasBlocks)
        return "  " + TextLayout.left(TextLayout.cut(title, 40), 41) + TextLayout.left(bar, 15)
            + TextLayout.right(count(part), 12) + TextLayout.right(share(part, of: whole), 9)
    }

    // MARK: Places, warnings, what to do

    private mutating func addKabupaten() {
        let rows = summary.kabupaten.rows.filter { $0.counts.flagged > 0 }
        let worst = rows.sorted { left, right in
            let (one, other) = (left.counts.flagged, right.counts.flagged)
            return one == other ? left.region < right.region : one > other
        }.prefix(5)
        guard summary.kabupaten.rows.count > 1, !worst.isEmpty else { return }
        heading(
            "Tindak lanjut terbanyak per kabupaten/kota (orang; dari yang memenuhi syarat)",
            "Kabupaten/kota with most follow-up (people; share of the eligible)")
        for row in worst {
            let name = summary.terms.regionNames[row.region] ?? ""
            let title = row.region.isEmpty ? say("tanpa kode wilayah", "no region code") : "\(row.region) \(name)"
            lines.append(barRow(title, row.counts.flagged, of: row.counts.eligible))
        }
    }

    private mutating func addWarnings() {
        guard !report.warnings.isEmpty else { return }
        heading("Peringatan", "Warnings")
        for warning in report.warnings {
            let wrapped = TextLayout.wrap(warning.rendered(in: console.language), 76)
            for (place, line) in wrapped.enumerated() { lines.append((place == 0 ? "  ! " : "    ") + line) }
        }
    }

    private mutating func addNextSteps() {
        let total = summary.total
        let barred = total.ineligible
        heading("Langkah berikutnya", "What to do next")
        if total.flagged > 0 {
            step(
                opened(.flagged),
                "\(count(total.flagged)) orang untuk KPU kabupaten/kota dan Dukcapil: rekam, terbitkan suket, atau pastikan (kolom langkah berikutnya)",
                "\(count(total.flagged)) \(Plural.of(total.flagged, "person", "people")) for KPU kabupaten/kota and Dukcapil: record, issue a suket, or verify (column of the next step)"
            )
        }
        if barred > 0 {
            step(
                "ineligible.csv", "\(count(barred)) orang tidak memenuhi syarat, untuk KPU",
                "\(count(barred)) \(Plural.of(barred, "person", "people")) not eligible, for KPU")
        }
        if report.filled.contains(.collect) {
            step(
                opened(.collect), "untuk kecamatan dan desa: KTP-el yang sudah dicetak dan menunggu diambil",
                "for kecamatan and desa: printed KTP-el waiting to be collected")
        }
        if report.filled.contains(.duplicates) {
            step(
                PersonTable.duplicates.rawValue,
                "NIK yang tercatat lebih dari sekali: siappilih report menulis barisnya berdampingan",
                "NIKs listed more than once: siappilih report writes their rows side by side")
        }
        if report.filled.contains(.corrections) {
            step(
                opened(.corrections),
                "untuk pembuat daftar: NIK yang harus dibetulkan di daftarnya, menurut jawaban petugas",
                "for whoever made the list: NIKs to correct there, by what the office found out")
        }
        if let unread = report.inputs.map(\.rows).reduce(RowCounts(), +).unread {
            step(
                "rejected.csv",
                "\(count(unread)) baris dilewati (kosong, nomor kolom, jumlah, tanda tangan) atau ditolak, untuk pembuat daftar",
                "\(count(unread)) \(Plural.of(unread, "row", "rows")) skipped (blank, numbers of columns, totals, signatures) or rejected, for whoever made the lists"
            )
        }
        step("recap-*.csv", "angka per kabupaten, kecamatan, dan desa", "figures by kabupaten, kecamatan and desa")
        lines.append("")
        let directory = VisibleText.of(report.directory)
        lines.append(say("Hasil di: \(directory)", "Results in: \(directory)"))
        lines += RunDigestText.lines(report.digest).map { console.text($0) }
    }

    /// Room for the names of files: a little more where the longest of them is there.
    private var fileWidth: Int { report.filled.contains(.corrections) ? 18 : 16 }

    /// The file to open: the workbook where there is one.
    private func opened(_ table: PersonTable) -> String {
        let book = table.rawValue.split(separator: ".").dropLast().joined(separator: ".") + ".xlsx"
        return report.outputs.contains { $0.name == book } ? book : table.rawValue
    }

    private mutating func step(_ file: String, _ indonesian: String, _ english: String) {
        for (place, line) in TextLayout.wrap(say(indonesian, english), 60).enumerated() {
            lines.append("  " + TextLayout.left(place == 0 ? file : "", fileWidth) + line)
        }
    }
}

extension RowCounts {
    /// Rows that are listed as rejected or skipped; nil if there are none.
    fileprivate var unread: Int? { rejected + skipped > 0 ? rejected + skipped : nil }
}
