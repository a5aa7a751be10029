import Diagnostics
import ReportData
import RoleLists
import Rules
import RunFolder
import Schema

extension PageSection {
    /// What the figures rest on beside the lists: lists that were not given, and what a missing fact was taken for. It
    /// stands above the figures, because it can turn all of them.
    static func presumed(_ page: PageContext) -> Markup {
        let ruleset = page.source.ruleset
        let given = Set(page.source.run.manifest.inputs.map(\.role))
        let missing = ruleset.schema.roles.filter { !given.contains($0.id) && $0.rows != .person }
        var parts: [Markup] = []
        for role in missing {
            guard case .latest = role.rows else { continue }
            parts.append(
                .element(
                    "p", [:],
                    .element(
                        "strong", [:],
                        page.text(
                            "Tidak diberikan: \(page.text(ListRole(role).title)). Siapa yang belum rekam tidak dapat dikatakan dari daftar penduduk saja.",
                            "Not given: \(page.text(ListRole(role).title)). Who is not recorded cannot be said from population lists alone."
                        ))))
        }
        let others = missing.filter { if case .latest = $0.rows { false } else { $0.contributes == nil } }
        if !others.isEmpty {
            parts.append(
                .paragraph(
                    page.text("Tidak diberikan, jadi tidak memutuskan apa pun: ", "Not given, so they decide nothing: ")
                        + others.map { page.text(ListRole($0).title) }.joined(separator: "; ") + "."))
        }
        let presumed = ruleset.requirements.flatMap(\.presumes)
        if !presumed.isEmpty {
            parts.append(
                .paragraph(page.text("Dianggap, di mana datanya tidak ada:", "Presumed, where data are missing:")))
            parts.append(.element("ul", [:], presumed.map { .element("li", [:], page.text($0.title)) }))
        }
        return parts.isEmpty ? .nothing : .element("div", ["class": "warn"], parts)
    }
}
