import CEL
import Civil
import Rules
import Schema

/// Batches of facts with the shares that lists have: nearly everyone has a birth date and a recording, a few stand on
/// the other lists, some cells are missing. What the facts mean is read from the layout and the schema alone.
struct MadeUpFacts {
    private let layout: FactLayout
    private let ruleset: Ruleset
    /// Facts of a list are there only where the person stands on it.
    private let lists: Set<String>
    private let people: String
    private let usual: String?
    private var state: UInt64

    init(_ ruleset: Ruleset, _ layout: FactLayout, seed: UInt64) {
        self.ruleset = ruleset
        self.layout = layout
        state = seed
        lists = Set(layout.facts.filter { $0.storage == .presence }.map(\.name))
        people = ruleset.schema.roles.first { $0.rows == .person }?.fact ?? ""
        usual = ruleset.schema.roles.first { if case .latest = $0.rows { true } else { false } }?.fact
    }

    mutating func batch(_ count: Int) -> FactBatch {
        var batch = FactBatch(layout: layout, capacity: count)
        for row in 0..<count {
            let (word, bit) = (row / 64, UInt64(1) << UInt64(row % 64))
            var present: Set<String> = [people]
            for name in lists where chance(name == usual ? 880 : 4) { present.insert(name) }
            for fact in layout.facts {
                let prefix = String(fact.name.prefix { $0 != "." })
                let isPersons = prefix == people
                if lists.contains(prefix), !present.contains(prefix) { continue }
                // Findings of Readiness are rare; cells of lists are seldom empty.
                let isKnown = chance(isPersons || lists.contains(prefix) ? 985 : 8)
                switch fact.storage {
                case .presence: batch.bits[fact.slot][word] |= bit
                // What is said of a row beside its cells is rare; lists were given.
                case .flag where prefix == "given": batch.bits[fact.slot][word] |= bit
                case .flag where lists.contains(prefix) && !fact.name.hasSuffix("_given"):
                    if chance(8) { batch.bits[fact.slot][word] |= bit }
                case .flag: if isKnown { batch.bits[fact.slot][word] |= bit }
                case .date where isKnown:
                    let before = isPersons ? 5_900 + below(24_000) : below(2_000)
                    batch.numbers[fact.slot][row] = ruleset.asOf.dayNumber - Int32(before)
                    batch.numberKnown[fact.slot][word] |= bit
                case .integer where isKnown:
                    batch.numbers[fact.slot][row] = Int32(1 + below(10))
                    batch.numberKnown[fact.slot][word] |= bit
                case .code(let words) where isKnown && !words.isEmpty:
                    // The first words of a table are the usual ones.
                    let place = chance(700) ? 0 : chance(900) ? 1 : below(UInt64(words.count))
                    batch.codes[fact.slot][row] = UInt8(1 + min(place, words.count - 1))
                case .date, .integer, .code, .truth, .constant, .absent: break
                }
            }
        }
        return batch
    }

    private mutating func chance(_ perMille: UInt64) -> Bool { below(1000) < perMille }

    private mutating func below(_ limit: UInt64) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % limit)
    }
}
