import ReportData
import RoleLists
import Rules
import RunFolder
import Schema

extension PageSection {
    /// What was checked: the lists with their rows and digests, the rules and how sure they are, the days.
    static func checked(_ page: PageContext) -> PageSection {
        let source = page.source
        let manifest = source.run.manifest
        let entries: [(String, String)] = [
            (page.text("Pemilihan", "Election"), page.text(source.election.title)),
            (page.text("Pemungutan suara", "Voting day"), LongDate.text(manifest.identity.votingDay, page.language)),
            (
                page.text("Data per", "As of"),
                LongDate.text(manifest.identity.asOf, page.language)
                    + page.text(
                        " (baris bertanggal sesudahnya tidak dipakai)", " (rows dated later were left out)")
            ),
            (
                page.text("Aturan", "Rules"),
                "\(page.text(source.instrument.title)) (\(manifest.identity.ruleset)); "
                    + page.text("keyakinan: ", "confidence: ") + page.text(source.instrument.confidence.title)
            ),
            (
                page.text("Profil kode", "Code profile"),
                "\(page.text(source.profile.title)) (\(manifest.identity.profile)); "
                    + page.text("keyakinan: ", "confidence: ") + page.text(source.profile.confidence.title)
            ),
            (
                page.isPublic
                    ? page.text("Nomor halaman ini", "Number of this page")
                    : page.text("Digest hasil", "Digest of the run"), page.stamp.digest
            ),
            (
                page.text("Diperiksa dengan", "Checked with"),
                "\(manifest.program.name) \(manifest.program.version)"
            ),
        ]
        let body: [Markup] = [
            .element(
                "dl", [:],
                entries.flatMap { [.element("dt", [:], $0.0), .element("dd", [:], $0.1)] }),
            kinds(page),
            .element(
                "p", ["class": "note"],
                .text(
                    page.isPublic
                        ? page.text("Setiap berkas aturan dengan digestnya: ", "Every rule file with its digest: ")
                        : page.text(
                            "Setiap berkas dengan baris dan digestnya, dan \(manifest.warnings.count) peringatan pemeriksaan: ",
                            "Every file with its rows and digest, and \(manifest.warnings.count) warnings of the check: "
                        )),
                .element("a", ["href": "#\(filesID)"], filesTitle(page))),
        ]
        return PageSection(id: "checked", title: page.text("Yang diperiksa", "What was checked"), body: body)
    }

    /// Lists by kind; each file stands with its digest at the end of the page.
    private static func kinds(_ page: PageContext) -> Markup {
        let inputs = page.source.run.manifest.inputs
        var table = PageTable(
            caption: page.text("Daftar yang dibaca, menurut jenis", "Lists read, by kind"),
            columns: [
                .text(page.text("Jenis", "Kind")), .number(page.text("Daftar", "Lists")),
            ])
        // How many rows a list has, and how many met somebody, tells how many people have a reason: for the office alone.
        if !page.isPublic {
            table.columns += [
                .number(page.text("Baris dibaca", "Rows read")),
                .number(page.text("Dipakai", "Used")), .number(page.text("Disisihkan", "Left out")),
                .number(page.text("Ditolak", "Rejected")), .number(page.text("Dilewati", "Skipped")),
            ]
        }
        for role in page.source.ruleset.schema.roles.map(ListRole.init) {
            let lists = inputs.filter { $0.role == role.id }
            guard !lists.isEmpty else { continue }
            let rows = lists.map(\.rows).reduce(RowCounts(), +)
            var cells: [PageTable.Cell] = [.text(page.text(role.title)), page.cell(lists.count)]
            if !page.isPublic {
                cells += [
                    page.cell(rows.read), page.cell(rows.used),
                    role.isPopulation ? .text("–") : page.cell(rows.leftOut),
                    page.cell(rows.rejected), page.cell(rows.skipped),
                ]
            }
            table.rows.append(cells)
        }
        return table.markup
    }
}
