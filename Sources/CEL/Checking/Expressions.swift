public import Diagnostics

/// From text to checked expressions.
public enum Expressions {
    /// Reads and checks one expression.
    ///
    /// - Parameters:
    ///   - origin: where the text stands: file, row, and column (a number) of its first character.
    ///   - declarations: the names it may use.
    ///   - expecting: the type it must have, where there is one.
    /// - Returns: the expression, or every problem found, each with its place and an excerpt.
    public static func check(
        _ source: String, origin: SourceLocation = SourceLocation(file: ""), declarations: Declarations,
        profile: Profile = .full, expecting: CELType? = nil
    ) -> Result<CheckedExpression, ExpressionProblems> {
        .failure(ExpressionProblems([]))
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
