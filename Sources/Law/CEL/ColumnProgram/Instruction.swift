/// A truth already computed, possibly denied.
struct Operand: Hashable {
    /// Index of the instruction that computes it.
    var instruction: Int
    var isNegated = false

    var negated: Operand { Operand(instruction: instruction, isNegated: !isNegated) }
}

/// One step of a program; equal instructions are computed once.
enum Instruction: Hashable {
    case constant(Truth)
    /// A presence or a flag.
    case bits(slot: Int)
    /// Whether a number is known.
    case numberKnown(slot: Int)
    case truth(slot: Int)
    /// Whether a truth is known.
    case truthKnown(slot: Int)
    /// Whether a number that is known lies from `low` to `high`.
    case between(slot: Int, low: Int32, high: Int32)
    /// True for `wanted`, unknown for `unknown`, false for other codes.
    case codes(slot: Int, wanted: [UInt8], unknown: [UInt8])
    /// `table[code]` as `Truth`.
    case table(slot: Int, table: [UInt8])
    /// `table[left * width + right]` as `Truth`.
    case pairs(left: Int, right: Int, table: [UInt8], width: Int)
    case meet(Operand, Operand)
    case equal(Operand, Operand)
    case select(Operand, then: Operand, otherwise: Operand)
    /// The first where the second is known.
    case gate(Operand, by: Operand)
    /// Compares two computed numbers.
    case compare(BinaryOperator, Int, Int)
    /// Row by row with the evaluator, for what no other instruction says: index into the program's expressions.
    case rows(Int)

    var operands: [Operand] {
        switch self {
        case .meet(let one, let other), .equal(let one, let other), .gate(let one, let other): [one, other]
        case .select(let condition, let then, let otherwise): [condition, then, otherwise]
        default: []
        }
    }
}

/// One step over numbers, wide enough that nothing the rules profile lets through overflows.
enum NumberInstruction: Hashable {
    case constant(Int64)
    case load(slot: Int)
    case negate(Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, by: Int64)
    case remainder(Int, by: Int64)
    /// Age of someone born on the first day on the second.
    case age(Int, on: Int)
}
