public import Diagnostics

/// From text to checked expressions.
public enum Expressions {
    /// So many findings are told at most for one expression.
    static let mostFindings = 50

    /// Reads and checks one expression.
    ///
    /// - Parameters:
    ///   - origin: where the text stands: file, row, and column (a number) of its first character.
    ///   - declarations: the names it may use.
    ///   - expecting: the type it must have, where there is one.
    /// - Returns: the expression, or every problem found, in the order of the text, each with its place and an excerpt.
    public static func check(
        _ source: String, origin: SourceLocation = SourceLocation(file: ""), declarations: Declarations,
        profile: Profile = .full, expecting: CELType? = nil
    ) -> Result<CheckedExpression, ExpressionProblems> {
        let text = SourceText(source, origin: origin)
        let (syntax, faults) = Parser.parse(text)
        let checked = Checker.check(syntax, of: text, declarations: declarations, expecting: expecting)
        var problems = faults + checked.problems
        var root = checked.root
        if profile == .rules {
            let safe = RulesProfile.apply(to: root, declarations: declarations)
            root = safe.root
            problems += safe.problems
        }
        guard problems.isEmpty else { return .failure(ExpressionProblems(findings(problems, in: text))) }
        return .success(CheckedExpression(source: source, root: root, facts: checked.facts))
    }

    /// What the facts of a run make unsafe in an expression that was checked before: words that a fact cannot have there,
    /// sums that could leave the ints. Nothing is read or typed again; empty where a program of it may run.
    public static func misfits(_ expression: CheckedExpression, over declarations: Declarations) -> [Finding] {
        let problems = RulesProfile.apply(to: expression.root, declarations: declarations).problems
        if problems.isEmpty { return [] }
        return findings(problems, in: SourceText(expression.source, origin: SourceLocation(file: "")))
    }

    private static func findings(_ problems: [Problem], in text: SourceText) -> [Finding] {
        problems.enumerated().sorted {
            ($0.element.place.lowerBound, $0.offset) < ($1.element.place.lowerBound, $1.offset)
        }.prefix(mostFindings).map { text.finding($0.element) }
    }

    /// The same over the facts of a layout.
    public static func check(
        _ source: String, origin: SourceLocation = SourceLocation(file: ""), layout: FactLayout,
        profile: Profile = .full, expecting: CELType? = nil
    ) -> Result<CheckedExpression, ExpressionProblems> {
        check(
            source, origin: origin, declarations: Declarations(layout), profile: profile, expecting: expecting)
    }
}
