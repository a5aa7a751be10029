/// The schema's headings, folded, for looking up.
public struct HeadingWords: Sendable, Equatable {
    /// Role id -> folded heading -> column id.
    private var columns: [String: [String: String]] = [:]
    /// Role id -> folded heading -> place among the role's cells that hold two columns.
    private var combined: [String: [String: Int]] = [:]
    /// Folded heading -> the roles that know it, in the schema's order.
    private var roles: [String: [String]] = [:]

    /// Folded headings of dates, of whatever role.
    private var dates: Set<String> = []
    private let legends: Legends
    /// Folded headings that lists of many roles have.
    private let bare: Set<String>

    /// No heading is longer, and a list may have a hundred thousand columns.
    private static let longest = 256

    init(_ roles: [ListSchema.Role], _ dialects: ListSchema.Dialects) {
        legends = Legends(dialects.legends)
        bare = Set(dialects.bareHeadings.map(Folding.heading))
        for role in roles {
            for column in role.columns {
                for heading in column.headings {
                    let folded = Folding.heading(heading)
                    if column.kind == .date { dates.insert(folded) }
                    guard columns[role.id, default: [:]][folded] == nil else { continue }
                    columns[role.id, default: [:]][folded] = column.id
                    if !column.isBorrowed { self.roles[folded, default: []].append(role.id) }
                }
            }
            for (place, cell) in role.combined.enumerated() {
                for folded in cell.headings.map(Folding.heading) where columns[role.id]?[folded] == nil {
                    combined[role.id, default: [:]][folded] = place
                    self.roles[folded, default: []].append(role.id)
                }
            }
        }
    }

    /// The column of a role that a heading names: as it stands, or without a legend.
    public func column(_ heading: String, in role: ListSchema.Role) -> String? {
        guard let known = columns[role.id] else { return nil }
        return forms(heading).lazy.compactMap { known[$0] }.first
    }

    /// The columns of a role that a heading names: none, one, or the two that its cells hold together.
    public func columns(_ heading: String, in role: ListSchema.Role) -> [String] {
        if let column = column(heading, in: role) { return [column] }
        return combined(heading, in: role)?.columns ?? []
    }

    /// What cells under this heading hold, where they hold two columns of the role.
    public func combined(_ heading: String, in role: ListSchema.Role) -> ListSchema.Combined? {
        guard let known = combined[role.id], let place = forms(heading).lazy.compactMap({ known[$0] }).first,
            role.combined.indices.contains(place)
        else { return nil }
        return role.combined[place]
    }

    /// Whether a text says how to fill cells and names no column.
    public func isLegend(_ text: String) -> Bool {
        text.utf8.count <= Self.longest && legends.holds(Folding.heading(text))
    }

    /// Whether a heading is one of dates, in any role.
    public func isDate(_ heading: String) -> Bool { forms(heading).contains { dates.contains($0) } }

    /// Whether lists of many roles have a heading, so that it tells of none.
    public func isBare(_ heading: String) -> Bool { forms(heading).contains { bare.contains($0) } }

    /// Whether any role knows a heading.
    public func isKnown(_ heading: String) -> Bool { forms(heading).contains { roles[$0] != nil } }

    /// Whether this role alone knows a heading.
    public func isTelling(_ heading: String, for role: ListSchema.Role) -> Bool {
        forms(heading).lazy.compactMap { roles[$0] }.first == [role.id]
    }

    /// A heading without its legend, folded; as it stands where it has none.
    public func withoutLegend(_ heading: String) -> String {
        let forms = forms(heading)
        return forms.count > 1 ? forms[1] : heading
    }

    /// A heading folded, and without its legend where it has one.
    private func forms(_ heading: String) -> [String] {
        guard !heading.isEmpty, heading.utf8.count <= Self.longest else { return [] }
        let folded = Folding.heading(heading)
        let bare = legends.stripped(folded)
        return bare == folded ? [folded] : [folded, bare]
    }
}
