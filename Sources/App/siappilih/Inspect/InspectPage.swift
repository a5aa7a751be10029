import Diagnostics
import Inspection
import RoleLists

/// What one list is, for the person at the terminal: the answer first, then what it rests on.
struct InspectPage: TerminalPage {
    private let list: Inspection
    private let report: InspectReport
    /// Titles of NIK findings and other reasons.
    private let titles: [String: Bilingual]
    let console: Console
    var lines: [String] = []

    init(_ list: Inspection, report: InspectReport, titles: [String: Bilingual], console: Console) {
        self.list = list
        self.report = report
        self.titles = titles
        self.console = console
        addAnswer()
        addFile()
        addColumns()
        addNIKs()
        addDates()
        addCodes()
        addRegions()
        addRows()
        addWarnings()
    }

    private mutating func paragraph(_ text: String, indent: String = "  ", hanging: String = "  ") {
        for (place, line) in TextLayout.wrap(text, 80 - max(indent.count, hanging.count)).enumerated() {
            lines.append((place == 0 ? indent : hanging) + line)
        }
    }

    // MARK: The answer

    private mutating func addAnswer() {
        let name = VisibleText.of(list.list)
        guard let role = list.role else {
            lines.append(
                console.heading(
                    say("\(name): bukan daftar yang dikenal", "\(name): no list that is known")))
            addRefusals()
            return
        }
        let title = console.text(role.title)
        switch list.certainty {
        case .sure: lines.append(console.heading(say("\(name): \(title) (yakin)", "\(name): \(title) (sure)")))
        case .likely:
            lines.append(
                console.heading(say("\(name): mungkin \(title)", "\(name): probably \(title)")))
            addOthers()
        case .unclear, .none:
            lines.append(
                console.heading(say("\(name): belum jelas, mungkin \(title)", "\(name): unclear, perhaps \(title)")))
            addOthers()
        }
        if !list.refusals.isEmpty {
            addRefusals()
            return
        }
        lines.append("  " + commandLine(role))
        addOutlook(role)
    }

    private func commandLine(_ role: Inspection.RoleGuess) -> String {
        let option = "--\(role.option) \(CommandWord.of(VisibleText.of(list.path)))"
        return role.isPopulation
            ? "siappilih check --election \(report.election) \(option) --out hasil"
            : "siappilih check ... \(option)"
    }

    /// The runners-up.
    private mutating func addOthers() {
        let best = list.roles.first?.score ?? 0
        let others = list.roles.dropFirst().filter { best - $0.score < 15 }.prefix(3).map {
            "--\($0.option) (\(console.text($0.title)))"
        }
        guard !others.isEmpty else { return }
        paragraph(
            say("Atau: ", "Or: ") + others.joined(separator: ", ")
                + say(
                    ". Dari isinya tidak dapat dibedakan; tanyakan kepada pengirimnya.",
                    ". What it holds does not tell; ask whoever sent it."))
    }

    private mutating func addRefusals() {
        paragraph(say("check akan menolaknya:", "check would refuse it:"))
        for finding in list.refusals {
            paragraph(finding.rendered(in: console.language), indent: "  ! ", hanging: "    ")
        }
        let isMended = list.columns.contains { $0.column != nil }
        if isMended, list.role != nil {
            paragraph(
                say(
                    "Usulan kolom ada di bawah: tulis dengan --write-map F, periksa, lalu pakai check --map F.",
                    "Columns are proposed below: write them with --write-map F, look them over, then use check --map F."
                ))
        }
    }

    private mutating func addOutlook(_ role: Inspection.RoleGuess) {
        let rows = list.rows
        paragraph(
            role.isPopulation
                ? say(
                    "\(count(rows.read)) baris dibaca: \(count(rows.used)) akan diputuskan, \(count(rows.rejected)) ditolak, \(count(rows.skipped)) dilewati",
                    "\(count(rows.read)) \(Plural.of(rows.read, "row", "rows")) read: \(count(rows.used)) would be decided, \(count(rows.rejected)) rejected, \(count(rows.skipped)) skipped"
                )
                : say(
                    "\(count(rows.read)) baris dibaca: \(count(rows.used)) akan dipakai, \(count(rows.leftOut)) disisihkan, \(count(rows.rejected)) ditolak, \(count(rows.skipped)) dilewati",
                    "\(count(rows.read)) \(Plural.of(rows.read, "row", "rows")) read: \(count(rows.used)) would be used, \(count(rows.leftOut)) left out, \(count(rows.rejected)) rejected, \(count(rows.skipped)) skipped"
                ))
    }

    // MARK: File and columns

    private mutating func addFile() {
        heading("Berkas", "File")
        var parts = [say(list.encoding.replacing(" with ", with: " dengan "), list.encoding)]
        if !list.delimiter.isEmpty {
            parts.append(say("pemisah '\(list.delimiter)'", "delimiter '\(list.delimiter)'"))
            parts.append(say("akhir baris \(list.lineEnd)", "line ends \(list.lineEnd)"))
        }
        if let row = list.headingRow {
            parts.append(
                list.headingRows > 1
                    ? say("judul di baris \(row) dan \(row + 1)", "heading in rows \(row) and \(row + 1)")
                    : say("judul di baris \(row)", "heading in row \(row)"))
        } else {
            parts.append(say("tanpa baris judul", "no heading row"))
        }
        parts.append(say("\(list.width) kolom", "\(list.width) \(Plural.of(list.width, "column", "columns"))"))
        parts.append(say("\(count(list.bytes)) byte", "\(count(list.bytes)) \(Plural.of(list.bytes, "byte", "bytes"))"))
        paragraph(parts.joined(separator: ", "))
    }

    private mutating func addColumns() {
        heading("Kolom", "Columns")
        lines.append(
            row(
                "", say("judul", "heading"), say("dipakai sebagai", "used as"), say("terisi", "filled"),
                say("cocok", "fitting"), say("bentuk (9 angka, A huruf)", "shape (9 digit, A letter)")))
        var marks: Set<String> = []
        for column in list.columns {
            var name = column.title.map { console.text($0) } ?? column.column ?? "-"
            if column.basis == .content {
                name += " ?"
                marks.insert("?")
            } else if column.confidence == .low {
                name += " !"
                marks.insert("!")
            }
            lines.append(
                row(
                    column.letters, HeadingText.shown(column.heading, atMost: 13), name, count(column.filled),
                    column.fitting.map { share($0, of: column.filled) } ?? "", column.shapes.first?.shape ?? ""))
        }
        if marks.contains("?") {
            paragraph(
                say(
                    "? dugaan dari isi selnya; judulnya tidak dikenal",
                    "? guessed from its cells; its heading is unknown"))
        }
        if marks.contains("!") {
            paragraph(
                say(
                    "! kurang dari separuh isinya cocok dengan kolom itu",
                    "! less than half of its cells fit that column"))
        }
    }

    private func row(
        _ letters: String, _ heading: String, _ column: String, _ filled: String, _ fitting: String, _ shape: String
    ) -> String {
        let text =
            "  " + TextLayout.left(letters, 3) + TextLayout.left(heading, 14) + TextLayout.left(column, 20)
            + TextLayout.right(filled, 7) + TextLayout.right(fitting, 8) + "  "
        return (text + shape).trimmedEnd
    }

    // MARK: What the cells hold

    private mutating func addNIKs() {
        guard let niks = list.niks else { return }
        heading("Isi kolom NIK", "What the NIK column holds")
        let all = niks.usable + niks.findings.reduce(0) { $0 + $1.count }
        paragraph(
            say(
                "\(count(niks.usable)) dapat dipakai (\(share(niks.usable, of: all)))",
                "\(count(niks.usable)) usable (\(share(niks.usable, of: all)))"))
        for finding in niks.findings {
            let title = titles[finding.word].map { console.text($0) } ?? finding.word
            counted(finding.count, "\(title) (\(finding.word))")
        }
        if niks.repeated > 0 {
            paragraph(
                say(
                    "\(count(niks.repeated)) NIK terdapat pada lebih dari satu baris (\(count(niks.rowsOfRepeated)) baris)",
                    "\(count(niks.repeated)) \(Plural.of(niks.repeated, "NIK stands", "NIKs stand")) in more than one row (\(count(niks.rowsOfRepeated)) rows)"
                ))
        }
    }

    private mutating func addDates() {
        let dates = list.columns.filter { $0.kind == .date && $0.filled > 0 }
        guard !dates.isEmpty else { return }
        heading("Tanggal", "Dates")
        for column in dates {
            var parts = column.dateForms.map { "\($0.shape) \(count($0.count))" }
            if column.unfit > 0 { parts.append(unfit(column, "tidak terbaca", "unreadable")) }
            paragraph(
                "\(column.title.map { console.text($0) } ?? ""): " + parts.joined(separator: "; "), hanging: "    ")
        }
    }

    private func unfit(_ column: Inspection.Column, _ indonesian: String, _ english: String) -> String {
        let shapes = column.unfitShapes.map { "\($0.shape) \(count($0.count))" }.joined(separator: ", ")
        return say("\(indonesian) \(count(column.unfit))", "\(english) \(count(column.unfit))")
            + (shapes.isEmpty ? "" : " (\(shapes))")
    }

    private mutating func addCodes() {
        let coded = list.columns.filter { $0.kind == .code && $0.filled > 0 }
        guard !coded.isEmpty else { return }
        heading("Kode (kata = kode, jumlah sel)", "Codes (word = code, cells)")
        for column in coded {
            var parts = column.codes.map { word in
                word.code == word.word
                    ? "\(word.word) \(count(word.count))" : "\(word.word) = \(word.code ?? "") \(count(word.count))"
            }
            if column.unfit > 0 {
                let words = column.unmapped.map { "\(VisibleText.of($0.word)) \(count($0.count))" }
                parts.append(
                    words.isEmpty
                        ? unfit(column, "tidak dikenal", "unknown")
                        : say("tidak dikenal \(count(column.unfit)): ", "unknown \(count(column.unfit)): ")
                            + words.joined(separator: ", "))
            }
            paragraph(
                "\(column.title.map { console.text($0) } ?? ""): " + parts.joined(separator: "; "), hanging: "    ")
        }
        paragraph(
            say(
                "Arti kode menurut profil \(report.profile); profil lain: --profile ID",
                "Codes as profile \(report.profile) has them; another one: --profile ID"))
    }

    private mutating func addRegions() {
        guard list.columns.contains(where: { $0.kind == .region }), !list.regions.isEmpty else {
            return
        }
        heading("Wilayah (baris)", "Regions (rows)")
        let most = 5
        var parts = list.regions.prefix(most).map { region in
            region.code.isEmpty
                ? say("tanpa wilayah", "no region") + " \(count(region.rows))"
                : "\(region.code) \(region.name) \(count(region.rows))".split(separator: " ").joined(separator: " ")
        }
        if list.regions.count > most {
            let left = list.regions.dropFirst(most)
            parts.append(
                say("\(left.count) lainnya", "\(left.count) \(Plural.of(left.count, "other", "others"))")
                    + " \(count(left.reduce(0) { $0 + $1.rows }))")
        }
        paragraph(parts.joined(separator: "; "))
    }

    // MARK: Rows and warnings

    private mutating func addRows() {
        let causes = list.leftOut.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        guard !list.problems.isEmpty || !causes.isEmpty else { return }
        heading("Baris yang tidak dipakai", "Rows not used")
        for problem in list.problems {
            let more = problem.count > problem.rows.count ? ", …" : ""
            let rows = problem.rows.map(String.init).joined(separator: ", ") + more
            let title = problem.message.map { console.text($0) } ?? problem.id
            counted(
                problem.count, title + say(" (baris \(rows))", " (\(Plural.of(problem.count, "row", "rows")) \(rows))"))
        }
        for (cause, rows) in causes { counted(rows, self.title(ofCause: cause)) }
    }

    /// Why rows of other lists would be left out.
    private func title(ofCause cause: String) -> String {
        switch cause {
        case "nik_finding": say("disisihkan: NIK tidak dapat dipakai", "left out: the NIK cannot be used")
        case "not_yet_known": say("disisihkan: tanggalnya sesudah tanggal data", "left out: dated after the as-of date")
        case "unmapped_code": say("disisihkan: kode tidak dikenal", "left out: unknown code")
        case "no_contribution": say("disisihkan: tidak menambah apa-apa", "left out: adds nothing")
        default: cause
        }
    }

    /// A figure and what it counts.
    private mutating func counted(_ number: Int, _ text: String) {
        for (place, line) in TextLayout.wrap(text, 68).enumerated() {
            lines.append("  " + TextLayout.right(place == 0 ? count(number) : "", 8) + "  " + line)
        }
    }

    private mutating func addWarnings() {
        guard !list.warnings.isEmpty else { return }
        heading("Peringatan", "Warnings")
        for warning in list.warnings {
            paragraph(warning.rendered(in: console.language), indent: "  ! ", hanging: "    ")
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
