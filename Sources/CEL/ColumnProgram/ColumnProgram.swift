public import Civil

/// Many bool expressions of the rules profile compiled to one program over the columns of a `FactBatch`.
///
/// Subexpressions that occur more than once are computed once; constants and lists that were not given are folded away.
/// A program is immutable and may be shared by threads; each thread has its own `Scratch`.
public struct ColumnProgram: Sendable {
    public init(_ expressions: [CheckedExpression], layout: FactLayout, leapDay: LeapDay) {
    }

    /// Room for the results and temporaries of one thread; grows to the largest batch and then allocates no more.
    public struct Scratch: Sendable {
        /// Per expression, in the order given: a bitmap of the rows where it is true.
        public internal(set) var isTrue: [[UInt64]]
        /// Per expression: a bitmap of the rows where it is true or false; the others are unknown.
        public internal(set) var isKnown: [[UInt64]]
    }

    public func makeScratch() -> Scratch {
        Scratch(isTrue: [], isKnown: [])
    }

    /// Evaluates every expression for every row of `batch`, which must follow the program's layout.
    ///
    /// Bits past the last row are zero in every result.
    public func run(_ batch: FactBatch, scratch: inout Scratch) {
    }
}
