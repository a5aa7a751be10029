import ReportData
import Rules
import RunFolder

extension PageSection {
    /// The result at a glance: the figures asked for first, then every outcome.
    static func glance(_ page: PageContext) -> PageSection {
        let figures = page.figures
        let eligible = figures.total(.eligible)
        func card(_ words: String, _ figure: Figure, _ note: String) -> Markup {
            .element(
                "div", ["class": "card"], .paragraph(words),
                .paragraph(page.number(figure), "figure"), .paragraph(note, "note"))
        }
        let ofEligible = page.text("dari yang memenuhi syarat", "of the eligible")
        func part(_ total: Total, rest: Total) -> String {
            page.share(figures.total(total), of: eligible, rest: figures.total(rest)) + " " + ofEligible
        }
        let cards: [Markup] = [
            card(
                page.text("Terdaftar", "Listed"), figures.total(.persons),
                page.text("orang yang sudah diperiksa statusnya", "people decided")),
            card(
                page.text("Memenuhi syarat", "Eligible"), eligible,
                page.share(eligible, of: figures.total(.persons), rest: figures.total(.ineligible)) + " "
                    + page.text("dari yang terdaftar", "of those listed")),
            card(
                page.text("Sudah rekam", "Recorded"), figures.total(.recorded),
                part(.recorded, rest: .notRecorded) + page.text(" (cakupan)", " (coverage)")),
            card(
                page.text("Belum tercakup", "Not covered"), figures.total(.notRecorded),
                part(.notRecorded, rest: .recorded)),
            card(
                page.text("Siap memilih", "Ready to vote"), figures.total(.needingNothing),
                part(.needingNothing, rest: .flagged)),
            card(
                page.text("Perlu ditindaklanjuti", "Need follow-up"), figures.total(.flagged),
                part(.flagged, rest: .needingNothing)),
            card(
                page.text("Pemilih pemula", "First-time voters"), figures.total(.firstTime),
                page.text("di antaranya perlu ditindaklanjuti: ", "of whom need follow-up: ")
                    + page.number(figures.total(.firstTimeFlagged))),
            card(
                page.text("Tidak memenuhi syarat", "Not eligible"), figures.total(.ineligible),
                page.share(figures.total(.ineligible), of: figures.total(.persons), rest: eligible) + " "
                    + page.text("dari yang terdaftar", "of those listed")),
        ]
        return PageSection(
            id: "glance", title: page.text("Sekilas", "At a glance"),
            body: [
                .element("div", ["class": "cards"], cards),
                .paragraph(
                    page.text(
                        "Cakupan = sudah rekam / memenuhi syarat; belum tercakup = sisanya. Sudah rekam termasuk mereka yang belum memegang KTP-el atau suket; mereka ikut ditindaklanjuti.",
                        "Coverage = recorded / eligible; not covered = the rest. Recorded includes those who hold neither KTP-el nor suket yet; they are followed up as well."
                    ), "note"),
            ] + (page.isPublic ? [] : [forms(page)]))
    }

    /// The codes and the forms on which they stand.
    private static func forms(_ page: PageContext) -> Markup {
        var table = PageTable(
            caption: page.text("Orang menurut kode dan formulir KPU", "People by KPU's code and form"),
            columns: [
                .text(page.text("Kode", "Code")), .text(page.text("Artinya", "Meaning")),
                .text(page.text("Formulir", "Form")), .number(page.text("Orang", "People")),
            ])
        for term in page.source.ruleset.kpuCodes {
            let form = page.source.profile.forms.first { $0.codes.contains(term.code) }
            var code = PageTable.Cell.text(String(term.code))
            code.order = Int(term.code)
            table.rows.append([
                code, .text(page.text(term.title)), .text(form?.name ?? "–"), page.cell(page.figures.code(term.code)),
            ])
        }
        return table.markup
    }
}
