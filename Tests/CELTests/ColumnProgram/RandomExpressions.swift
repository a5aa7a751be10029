import CEL
import Civil

/// A small generator of the same numbers on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Random texts of the rules profile over the facts of `layout`, and random batches of those facts.
struct RandomExpressions {
    var random: SeededGenerator

    static let manyWords = (0..<40).map { "w\($0)" }

    static let layout: FactLayout = {
        var layout = FactLayout()
        layout.declare("on_list", .presence)
        layout.declare("marked", .flag)
        layout.declare("req.one", .truth)
        layout.declare("birth", .date)
        layout.declare("other.day", .date)
        layout.declare("count", .integer)
        layout.declare("number", .integer)
        layout.declare("class", .code(words: ["A", "B", "C"]))
        layout.declare("kind", .code(words: ["A", "B", "AB", "é"]))
        layout.declare("many", .code(words: manyWords))
        layout.declare("polling", .constant(.date(CivilDate(year: 2018, month: 6, day: 27) ?? .earliest)))
        layout.declare("limit", .constant(.int(17)))
        layout.declare("word", .constant(.string("B")))
        layout.declare("absent.day", .absent(.date))
        layout.declare("absent.word", .absent(.string))
        layout.declare("absent.list", .absent(.bool))
        return layout
    }()

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    mutating func chance(_ part: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &random) < part }

    mutating func bool(_ depth: Int) -> String {
        if depth <= 0 || chance(1, of: 6) {
            return pick([
                "true", "false", "marked", "req.one", "has(on_list)", "has(birth)", "has(class)", "has(absent.day)",
                "has(req.one)", "has(marked)", "has(absent.list)", "has(limit)", "class == 'A'", "count > 3",
            ])
        }
        let next = depth - 1
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return "!(\(bool(next)))"
        case 1: return "(\(bool(next)) && \(bool(next)))"
        case 2: return "(\(bool(next)) || \(bool(next)) || \(bool(next)))"
        case 3: return "(\(bool(next)) ? \(bool(next)) : \(bool(next)))"
        case 4: return "((\(bool(next))) \(comparison()) (\(bool(next))))"
        case 5, 6: return "(\(int(next)) \(comparison()) \(int(next)))"
        case 7: return "(\(date(next)) \(comparison()) \(date(next)))"
        case 8: return "(\(string(next)) \(comparison()) \(string(next)))"
        case 9: return "(\(string(next)) in ['A', word, 'B'])"
        case 10: return "(\(int(next)) in [1, limit, -3])"
        case 11: return "\(string(next)).\(pick(["startsWith", "endsWith", "contains"]))(\(string(next)))"
        case 12:
            return "[1, 2, 17].\(pick(["exists", "all"]))(i, [3, 4].exists(j, j - i > \(int(next)) || \(bool(next))))"
        default: return "(age_on(birth, \(pick(["polling", "date('2000-02-29')"]))) \(comparison()) \(int(0)))"
        }
    }

    private mutating func comparison() -> String { pick(["==", "!=", "<", "<=", ">", ">="]) }

    private mutating func int(_ depth: Int) -> String {
        if depth <= 0 || chance(1, of: 3) {
            return pick(["count", "number", "limit", "0", "1", "17", "-3", "2147483648", "-9223372036854775808"])
        }
        let next = depth - 1
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return "(\(int(next)) + \(int(next)))"
        case 1: return "(\(int(next)) - \(int(next)))"
        case 2: return "(\(int(next)) * \(int(next)))"
        case 3: return "(\(int(next)) / \(pick(["2", "-7", "-1"])))"
        case 4: return "(\(int(next)) % \(pick(["2", "-7", "5"])))"
        case 5: return "-(\(int(next)))"
        case 6: return "age_on(\(date(next)), \(date(next)))"
        case 7: return "size(\(string(next)))"
        default: return "(\(bool(next)) ? \(int(next)) : \(int(next)))"
        }
    }

    private mutating func date(_ depth: Int) -> String {
        if depth <= 0 || chance(2, of: 3) {
            return pick(["birth", "birth", "other.day", "polling", "absent.day", "date('2001-03-01')"])
        }
        return "(\(bool(depth - 1)) ? \(date(depth - 1)) : \(date(depth - 1)))"
    }

    private mutating func string(_ depth: Int) -> String {
        if depth <= 0 || chance(2, of: 3) {
            return pick(["class", "class", "kind", "many", "word", "absent.word", "'A'", "'B'", "''"])
        }
        let next = depth - 1
        return chance(1, of: 2)
            ? "(\(string(next)) + \(string(next)))" : "(\(bool(next)) ? \(string(next)) : \(string(next)))"
    }

    /// Rows with every kind of gap; some facts are sparse. What stands behind an unknown number is rubbish.
    mutating func batch(rows: Int) -> FactBatch {
        var batch = FactBatch(layout: Self.layout, capacity: rows)
        func set(_ words: inout [UInt64], _ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }
        for row in 0..<rows {
            for slot in batch.bits.indices where chance(1, of: 3) { set(&batch.bits[slot], row) }
            for slot in batch.truthKnown.indices where chance(2, of: 3) {
                set(&batch.truthKnown[slot], row)
                if chance(1, of: 2) { set(&batch.truthTrue[slot], row) }
            }
            for slot in batch.numbers.indices {
                let isDate = slot < 2
                let near =
                    isDate ? Int32.random(in: 9_000...20_000, using: &random) : .random(in: -4...20, using: &random)
                batch.numbers[slot][row] = chance(1, of: 20) ? .random(in: .min ... .max, using: &random) : near
                if chance(2, of: 3) { set(&batch.numberKnown[slot], row) }
            }
            for (slot, words) in [3, 4, 40].enumerated() where chance(slot == 1 ? 1 : 30, of: 40) {
                batch.codes[slot][row] = UInt8(Int.random(in: 0...words, using: &random))
            }
        }
        return batch
    }
}
