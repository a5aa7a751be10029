public import Diagnostics

/// A number of people as a reader may see it. What is hidden is not in here at all, so that no drawing can tell it.
public enum Figure: Equatable, Sendable {
    case shown(Int)
    /// One to four people.
    case few
    /// Hidden so that another number cannot be computed from it.
    case withheld

    public var value: Int? {
        if case .shown(let value) = self { return value }
        return nil
    }

    public func text(_ language: Language) -> String {
        switch self {
        case .shown(let value): Figures.count(value, language)
        case .few: Self.fewMark
        case .withheld: Self.withheldMark
        }
    }

    static let fewMark = "<\(mostFew + 1)"
    static let withheldMark = "··"
    /// The most people that count as few.
    static let mostFew = 4
}

/// Who the page is for.
public enum Audience: String, Sendable, CaseIterable {
    /// Anybody: small numbers of people are hidden.
    case everyone = "public"
    /// Those entitled to the lists themselves.
    case office
}
