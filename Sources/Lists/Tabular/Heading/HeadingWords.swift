public import Schema

/// The schema's headings, folded, for looking up.
public struct HeadingWords: Sendable {
    /// Role id -> folded heading -> column id.
    private var columns: [String: [String: String]] = [:]
    /// Folded heading -> the roles that know it, in the schema's order.
    private var roles: [String: [String]] = [:]

    /// Folded headings of dates, of whatever role.
    private var dates: Set<String> = []

    public init(_ schema: ListSchema) {
        for role in schema.roles {
            for column in role.columns {
                for heading in column.headings {
                    let folded = Folding.heading(heading)
                    if column.kind == .date { dates.insert(folded) }
                    guard columns[role.id, default: [:]][folded] == nil else { continue }
                    columns[role.id, default: [:]][folded] = column.id
                    roles[folded, default: []].append(role.id)
                }
            }
        }
    }

    /// The column of a role that a heading names.
    public func column(_ heading: String, in role: ListSchema.Role) -> String? {
        // No heading is that long, and a list may have a hundred thousand columns.
        guard !heading.isEmpty, heading.utf8.count <= 256 else { return nil }
        return columns[role.id]?[Folding.heading(heading)]
    }

    /// Whether a heading is one of dates, in any role.
    func isDate(_ heading: String) -> Bool { dates.contains(Folding.heading(heading)) }

    /// Whether any role knows a heading.
    public func isKnown(_ heading: String) -> Bool { roles[Folding.heading(heading)] != nil }

    /// Whether this role alone knows a heading.
    public func isTelling(_ heading: String, for role: ListSchema.Role) -> Bool {
        roles[Folding.heading(heading)] == [role.id]
    }
}
