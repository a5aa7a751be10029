import ReportData

extension PageSection {
    /// Who signs, with lines to fill in by hand where the office said nothing.
    static func signature(_ page: PageContext) -> PageSection {
        let office = page.source.office
        let blank = "........................................"
        func known(_ text: String, _ otherwise: String = blank) -> String { text.isEmpty ? otherwise : text }
        let lines: [Markup] = [
            .paragraph(
                known(office.place, "....................") + ", " + page.text("tanggal ", "date ")
                    + "...................."),
            .paragraph(known(office.position)),
            .element("p", ["class": "room"], ""),
            .element("p", [:], .element("strong", [:], known(office.signatory))),
            .paragraph("NIP " + known(office.nip)),
        ]
        return PageSection(
            id: "signature", title: page.text("Pengesahan", "Signature"),
            body: [.element("div", ["class": "signature"], lines)])
    }
}
