public import Civil

/// Many bool expressions of the rules profile compiled to one program over the columns of a `FactBatch`.
///
/// Subexpressions that occur more than once are computed once; constants and lists that were not given are folded away.
/// A program is immutable and may be shared by threads; each thread has its own `Scratch`.
public struct ColumnProgram: Sendable {
    /// What becomes of one expression.
    enum Root {
        case constant(Truth)
        /// Written out when the step at `operand.instruction` has run.
        case computed(Operand)
    }

    /// Rows are worked through in portions of so many words, so that temporaries stay in the processor's first caches.
    static let portion = 64

    let layout: FactLayout
    let leapDay: LeapDay
    let instructions: [Instruction]
    let numbers: [NumberInstruction]
    let interpreted: [Node]
    let roots: [Root]
    /// The register of each instruction's result; registers are used again once their last reader has run.
    let registers: [Int]
    let registerCount: Int
    /// Per instruction, the roots that are written once it has run.
    let written: [[(root: Int, isNegated: Bool)]]

    /// - Parameter expressions: checked over the facts of `layout` with type bool; anything else is unknown in every row.
    public init(_ expressions: [CheckedExpression], layout: FactLayout, leapDay: LeapDay) {
        var lowering = Lowering(layout: layout, leapDay: leapDay)
        roots = expressions.map { expression in
            switch lowering.lower(expression.root) {
            case .constant(let truth): .constant(truth)
            case .computed(let operand): .computed(operand)
            }
        }
        self.layout = layout
        self.leapDay = leapDay
        instructions = lowering.instructions
        numbers = lowering.numbers
        interpreted = lowering.interpreted
        (registers, registerCount) = Self.allocate(lowering.instructions)
        var written: [[(root: Int, isNegated: Bool)]] = Array(repeating: [], count: instructions.count)
        for (index, root) in roots.enumerated() {
            if case .computed(let operand) = root {
                written[operand.instruction].append((index, operand.isNegated))
            }
        }
        self.written = written
    }

    /// Gives each result a register that no result still needed stands in.
    private static func allocate(_ instructions: [Instruction]) -> (registers: [Int], count: Int) {
        var lastUse = Array(instructions.indices)
        for (index, instruction) in instructions.enumerated() {
            for operand in instruction.operands { lastUse[operand.instruction] = index }
        }
        var free: [Int] = []
        var count = 0
        var registers: [Int] = []
        for (index, instruction) in instructions.enumerated() {
            // The target is taken before operands are given back: kernels do not write over what they read.
            if let register = free.popLast() {
                registers.append(register)
            } else {
                registers.append(count)
                count += 1
            }
            for operand in Set(instruction.operands.map(\.instruction)) where lastUse[operand] == index {
                free.append(registers[operand])
            }
            if lastUse[index] == index { free.append(registers[index]) }
        }
        return (registers, count)
    }

    /// Room for the results and temporaries of one thread; grows to the largest batch and then allocates no more.
    public struct Scratch: Sendable {
        /// Per expression, in the order given: a bitmap of the rows where it is true.
        public internal(set) var isTrue: [[UInt64]]
        /// Per expression: a bitmap of the rows where it is true or false; the others are unknown.
        public internal(set) var isKnown: [[UInt64]]
        /// Registers, each a truth of `portion` words.
        var file: [UInt64]
        var numbers: NumberRegisters
    }

    public func makeScratch() -> Scratch {
        Scratch(
            isTrue: Array(repeating: [], count: roots.count), isKnown: Array(repeating: [], count: roots.count),
            file: Array(repeating: 0, count: registerCount * 2 * Self.portion),
            numbers: NumberRegisters(count: numbers.count, rows: Self.portion * 64))
    }
}

extension ColumnProgram {
    /// Steps a batch takes: a measure of cost, and of how much was shared and folded away.
    public var stepCount: Int { instructions.count + numbers.count }
}
