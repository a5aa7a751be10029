import CEL
public import Schema

/// Which reasons say that lists of a role struck somebody.
extension Ruleset {
    /// A requirement that lists of one role can make fail, and how often that is believed.
    public struct Striking: Sendable {
        public let role: ListSchema.Role
        public let limit: ListSchema.Strikes
        public let requirement: Requirement
        /// Bit i: the i-th of `reasons` says that the requirement fails.
        public let reasons: UInt64
    }

    /// In the order of the roles, then of the requirements.
    public var strikings: [Striking] {
        schema.roles.flatMap { role in
            role.strikes.map { limit in
                requirements.filter { rests($0, on: role) }.map { requirement in
                    Striking(
                        role: role, limit: limit, requirement: requirement,
                        reasons: mask(Set(requirement.fails.map(\.reason))))
                }
            } ?? []
        }
    }

    /// Whether a row of such a list can make a requirement fail, believed or not.
    public func strikes(_ role: ListSchema.Role) -> Bool { requirements.contains { rests($0, on: role) } }

    private func rests(_ requirement: Requirement, on role: ListSchema.Role) -> Bool {
        let facts = conditions.expression(requirement.holds)?.facts ?? []
        return facts.contains { $0 == role.fact || $0.hasPrefix("\(role.fact).") }
    }

    private func mask(_ ids: Set<String>) -> UInt64 {
        reasons.enumerated().reduce(0) { mask, reason in
            ids.contains(reason.element.id) ? mask | 1 << UInt64(reason.offset) : mask
        }
    }
}
