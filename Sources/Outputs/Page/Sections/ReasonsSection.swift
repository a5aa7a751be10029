import ReportData
import Rules
import RunFolder

/// What a reason says about a person, by where the rules give it.
enum ReasonKind: CaseIterable {
    case fails, undetermined, recording, mark, notice

    func title(_ page: PageContext) -> String {
        switch self {
        case .fails: page.text("Syarat tidak terpenuhi", "Requirement fails")
        case .undetermined: page.text("Belum dapat dipastikan", "Cannot be determined")
        case .recording: page.text("Perekaman", "Recording")
        case .mark: page.text("Penanda", "Mark")
        case .notice: page.text("Temuan data", "Finding in the data")
        }
    }

    init(_ id: String, _ ruleset: Ruleset) {
        if ruleset.requirements.contains(where: { $0.fails.contains { $0.reason == id } }) {
            self = .fails
        } else if ruleset.requirements.contains(where: { $0.undetermined.contains { $0.reason == id } }) {
            self = .undetermined
        } else if ruleset.outcomeLines.contains(where: { $0.reasons.contains { $0.reason == id } }) {
            self = .recording
        } else if ruleset.attributes.contains(where: { $0.id == id }) {
            self = .mark
        } else {
            self = .notice
        }
    }
}

extension PageSection {
    /// Why people got their outcomes; findings on identity numbers have a section of their own.
    static func reasons(_ page: PageContext) -> PageSection {
        let numbers = Set(numberReasons(page.source.ruleset))
        let ids = occurring(page).filter { !numbers.contains($0.id) }
        let kinds = Dictionary(ids.map { ($0.id, ReasonKind($0.id, page.source.ruleset)) }) { first, _ in first }
        var table = reasonTable(page, page.text("Orang menurut alasan", "People by reason"))
        table.columns.insert(.text(page.text("Jenis", "Kind")), at: 1)
        for term in ids {
            table.rows.append([
                .text(page.text(term.title)), .text(kinds[term.id]?.title(page) ?? ""),
                page.cell(page.figures.reason(term.id)),
            ])
        }
        if page.isPublic {
            table.totals = [
                [
                    .text(page.text("Alasan lain, bersama", "Other reasons, together")), .text(""),
                    page.cell(page.figures.otherReasons),
                ]
            ]
        }
        let title = page.text("Orang menurut alasan", "People by reason")
        return PageSection(
            id: "reasons", title: page.text("Alasan", "Reasons"),
            body: [
                .paragraph(
                    page.text(
                        "Seorang dapat memiliki beberapa alasan, jadi jumlahnya lebih dari jumlah orang.",
                        "A person may have several reasons, so they add up to more than the people.")
                        + (page.isPublic
                            ? page.text(
                                " Alasan dengan sedikit orang dihitung bersama sebagai alasan lain, juga yang tentang NIK.",
                                " Reasons of few people are counted together as other reasons, those on identity numbers too."
                            )
                            : "")),
                ids.isEmpty && table.totals.isEmpty
                    ? .paragraph(page.text("Tidak ada alasan.", "No reasons."))
                    : ids.isEmpty ? table.markup : .pair(reasonChart(page, "reasons-chart", title, ids), table.markup),
            ])
    }

    /// Findings on identity numbers, and rows that share one.
    static func numbers(_ page: PageContext) -> PageSection {
        let wanted = Set(numberReasons(page.source.ruleset))
        let ids = occurring(page).filter { wanted.contains($0.id) }
        let title = page.text("Temuan pada NIK", "Findings on identity numbers (NIK)")
        var table = reasonTable(page, title)
        for term in ids {
            table.rows.append([.text(page.text(term.title)), page.cell(page.figures.reason(term.id))])
        }
        return PageSection(
            id: "nik", title: page.text("Temuan NIK", "NIK findings"),
            body: [
                .paragraph(
                    page.text(
                        "NIK yang rusak atau dipakai bersama tidak diperbaiki dan tidak dicocokkan: orangnya belum dapat dipastikan. Perbedaan wilayah, tanggal lahir, atau jenis kelamin hanya peringatan: orang pindah dan data dibetulkan. Ganda berarti dugaan, bukan bukti.",
                        "A damaged or shared NIK is never repaired and never joined: its bearer cannot be verified. A different region, birth date or sex is a warning alone: people move and data get corrected. Duplicates are suspected, not proved."
                    )),
                ids.isEmpty
                    ? .paragraph(
                        page.isPublic
                            ? page.text("Tidak ada temuan pada banyak orang.", "No findings on many people.")
                            : page.text("Tidak ada temuan.", "No findings."))
                    : .pair(reasonChart(page, "nik-chart", title, ids), table.markup),
            ])
    }

    private static func reasonTable(_ page: PageContext, _ caption: String) -> PageTable {
        PageTable(
            caption: caption,
            columns: [.text(page.text("Alasan", "Reason")), .number(page.text("Orang", "People"))])
    }

    private static func reasonChart(_ page: PageContext, _ id: String, _ title: String, _ terms: [ReasonTerm]) -> Markup
    {
        let most = terms.prefix(Self.mostBars)
        return BarChart(
            id: id, title: title,
            text: most.map { "\(page.text($0.title)): \(page.number(page.figures.reason($0.id)))" }
                .joined(separator: "; ") + ".",
            bars: most.map {
                let words = Drawing.lines(page.text($0.title), room: 46)
                return BarChart.Bar(
                    label: words.count > 1 ? words[0] + " …" : words.first ?? "", figure: page.figures.reason($0.id),
                    kind: "node")
            }, language: page.language
        ).markup
    }

    private static let mostBars = 12

    /// Reasons that somebody has and that are told apart, most people first.
    private static func occurring(_ page: PageContext) -> [ReasonTerm] {
        let counts = page.source.figures.reasons
        return page.source.ruleset.reasons.filter { term in
            counts[term.id] ?? 0 > 0 && page.figures.reason(term.id).value != nil
        }.enumerated().sorted { left, right in
            let one = page.figures.reason(left.element.id).value ?? -1
            let other = page.figures.reason(right.element.id).value ?? -1
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
    }

    /// Reasons whose conditions look at the number itself or at rows that bear the same one.
    private static func numberReasons(_ ruleset: Ruleset) -> [String] {
        func looks(_ condition: Condition?) -> Bool {
            guard let source = condition?.source else { return false }
            return source.hasPrefix("nik.") || source.hasPrefix("duplicate.") || source.hasPrefix("!has(duplicate")
        }
        return ruleset.findings.filter { looks($0.when) }.map(\.reason)
            + ruleset.requirements.filter { $0.holds.source.contains("duplicate.") }.flatMap(\.fails).map(\.reason)
    }
}
