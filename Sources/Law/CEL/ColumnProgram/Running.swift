import Civil
import Columns

extension ColumnProgram {
    /// Evaluates every expression for every row of `batch`, which must follow the program's layout.
    ///
    /// Bits past the last row are zero in every result. Nothing is allocated once the scratch has seen a batch of this
    /// size, as long as no expression needs to be evaluated row by row.
    public func run(_ batch: FactBatch, scratch: inout Scratch) {
        let words = batch.words
        for root in roots.indices where scratch.isTrue[root].count != words {
            scratch.isTrue[root].removeAll(keepingCapacity: true)
            scratch.isTrue[root].append(contentsOf: repeatElement(0, count: words))
            scratch.isKnown[root].removeAll(keepingCapacity: true)
            scratch.isKnown[root].append(contentsOf: repeatElement(0, count: words))
        }
        for (index, root) in roots.enumerated() {
            if case .constant(let truth) = root { fill(index, truth, rows: batch.count, &scratch) }
        }
        guard !instructions.isEmpty else { return }
        var first = 0
        while first < words {
            runPortion(batch, first: first, words: min(Self.portion, words - first), &scratch)
            first += Self.portion
        }
    }

    private func fill(_ root: Int, _ truth: Truth, rows: Int, _ scratch: inout Scratch) {
        for word in 0..<(rows + 63) / 64 {
            let mask = rows - word * 64 >= 64 ? ~0 : (UInt64(1) << UInt64(rows - word * 64)) - 1
            scratch.isTrue[root][word] = truth == .yes ? mask : 0
            scratch.isKnown[root][word] = truth == .unknown ? 0 : mask
        }
    }

    private func place(_ operand: Operand) -> TruthPlace {
        let place = place(of: registers[operand.instruction])
        return operand.isNegated ? place.negated : place
    }

    private func place(of register: Int) -> TruthPlace {
        TruthPlace(isTrue: register * 2 * Self.portion, isFalse: (register * 2 + 1) * Self.portion)
    }

    /// Runs the program over `words` words of rows from word `first` on.
    private func runPortion(_ batch: FactBatch, first: Int, words: Int, _ scratch: inout Scratch) {
        let rows = min(words * 64, batch.count - first * 64)
        for (index, number) in numbers.enumerated() {
            scratch.numbers.run(number, into: index, batch, first: first * 64, rows: rows, leapDay: leapDay)
        }
        for index in instructions.indices {
            let target = place(of: registers[index])
            run(instructions[index], target, batch, first: first, words: words, rows: rows, &scratch)
            for (root, isNegated) in written[index] {
                TruthKernels.write(
                    scratch.file, isNegated ? target.negated : target, words: words, isTrue: &scratch.isTrue[root],
                    isKnown: &scratch.isKnown[root], at: first)
            }
        }
    }

    private func run(
        _ instruction: Instruction, _ target: TruthPlace, _ batch: FactBatch, first: Int, words: Int, rows: Int,
        _ scratch: inout Scratch
    ) {
        let wordRange = first..<(first + words)
        let rowRange = first * 64..<(first * 64 + rows)
        switch instruction {
        case .constant(let truth):
            TruthKernels.fill(&scratch.file, target, truth.bool, rows: rows)
        case .bits(let slot):
            flags(batch.bits[slot], target, wordRange, rows, &scratch)
        case .numberKnown(let slot):
            flags(batch.numberKnown[slot], target, wordRange, rows, &scratch)
        case .truthKnown(let slot):
            flags(batch.truthKnown[slot], target, wordRange, rows, &scratch)
        case .truth(let slot):
            let truths = batch.truthTrue[slot]
            let known = batch.truthKnown[slot]
            let isTrue = truths.span
            let isKnown = known.span
            TruthKernels.known(
                &scratch.file, target, isTrue: isTrue.extracting(wordRange), isKnown: isKnown.extracting(wordRange),
                words: words)
        case .between(let slot, let low, let high):
            let numbers = batch.numbers[slot]
            let known = batch.numberKnown[slot]
            let values = numbers.span
            let isKnown = known.span
            TruthKernels.between(
                &scratch.file, target, values.extracting(rowRange), known: isKnown.extracting(wordRange), low: low,
                high: high, rows: rows)
        case .codes(let slot, let wanted, let unknown):
            let column = batch.codes[slot]
            let codes = column.span
            TruthKernels.codes(
                &scratch.file, target, codes.extracting(rowRange), wanted: wanted, unknown: unknown, rows: rows)
        case .table(let slot, let table):
            let column = batch.codes[slot]
            let codes = column.span
            TruthKernels.table(&scratch.file, target, codes.extracting(rowRange), table: table, rows: rows)
        case .pairs(let left, let right, let table, let width):
            let first = batch.codes[left]
            let second = batch.codes[right]
            let ones = first.span
            let others = second.span
            TruthKernels.pairs(
                &scratch.file, target, ones.extracting(rowRange), others.extracting(rowRange), table: table,
                width: width, rows: rows)
        case .meet(let left, let right):
            TruthKernels.meet(&scratch.file, target, place(left), place(right), words: words)
        case .equal(let left, let right):
            TruthKernels.equal(&scratch.file, target, place(left), place(right), words: words)
        case .select(let condition, let then, let otherwise):
            TruthKernels.select(
                &scratch.file, target, place(condition), then: place(then), otherwise: place(otherwise), words: words)
        case .gate(let left, let right):
            TruthKernels.gate(&scratch.file, target, place(left), by: place(right), words: words)
        case .compare(let operation, let left, let right):
            scratch.numbers.compare(
                operation, left, right, rows: rows, into: &scratch.file, isTrue: target.isTrue,
                isFalse: target.isFalse)
        case .rows(let index):
            interpret(interpreted[index], target, batch, rowRange, &scratch)
        }
    }

    private func flags(
        _ column: [UInt64], _ target: TruthPlace, _ words: Range<Int>, _ rows: Int, _ scratch: inout Scratch
    ) {
        let bits = column.span
        TruthKernels.flags(&scratch.file, target, bits.extracting(words), rows: rows)
    }

    /// Evaluates an expression that has no instruction of its own.
    private func interpret(
        _ node: Node, _ target: TruthPlace, _ batch: FactBatch, _ rows: Range<Int>, _ scratch: inout Scratch
    ) {
        var facts: [String: [CELOutcome]] = [:]
        for fact in layout.facts where node.names(fact.name) {
            facts[fact.name] = rows.map { batch.outcome(of: fact, row: $0) }
        }
        var evaluator = Evaluator(rows: rows.count, facts: facts, leapDay: leapDay)
        let outcomes = evaluator.column(node).map { Truth($0) }
        TruthKernels.fill(&scratch.file, target, nil, rows: rows.count)
        for (row, truth) in outcomes.enumerated() {
            let bit = UInt64(1) << UInt64(row % 64)
            switch truth {
            case .yes: scratch.file[target.isTrue + row / 64] |= bit
            case .no: scratch.file[target.isFalse + row / 64] |= bit
            case .unknown: break
            }
        }
    }
}

extension Node {
    fileprivate func names(_ fact: String) -> Bool {
        switch kind {
        case .fact(let name), .has(let name): name == fact
        default: children.contains { $0.names(fact) }
        }
    }
}

extension FactBatch {
    /// The value of one fact in one row, as the evaluator has it. A presence that is not there is unknown, so that
    /// `has()` is false.
    public func outcome(of fact: FactLayout.Fact, row: Int) -> CELOutcome {
        func bit(_ words: [UInt64]) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }
        switch fact.storage {
        case .presence: return bit(bits[fact.slot]) ? .isTrue : .unknown
        case .flag: return .value(.bool(bit(bits[fact.slot])))
        case .truth: return bit(truthKnown[fact.slot]) ? .value(.bool(bit(truthTrue[fact.slot]))) : .unknown
        case .date:
            guard bit(numberKnown[fact.slot]) else { return .unknown }
            return .value(.date(CivilDate(dayNumber: numbers[fact.slot][row])))
        case .integer:
            return bit(numberKnown[fact.slot]) ? .value(.int(Int64(numbers[fact.slot][row]))) : .unknown
        case .code(let words):
            let code = Int(codes[fact.slot][row])
            return 1...max(1, words.count) ~= code && code <= words.count ? .value(.string(words[code - 1])) : .unknown
        case .constant(let value): return .value(value)
        case .absent: return .unknown
        }
    }
}
