/// Which facts an expression may name, and how a batch of rows holds each of them.
///
/// Names are dotted paths (`person.birth_date`) or a single word for a list (`suket`, only under `has()`).
public struct FactLayout: Sendable {
    /// How the values of one fact stand in a `FactBatch`.
    public enum Storage: Sendable, Equatable {
        /// Whether the person stands on a list: one bit a row, used only under `has()`.
        case presence
        /// A bool that is always known: one bit a row.
        case flag
        /// A three-valued bool: two bits a row.
        case truth
        /// A date: day numbers since 1970-01-01, with a known bit a row.
        case date
        /// An int: 32 bits, with a known bit a row.
        case integer
        /// A string out of `words`: one byte a row, 0 = unknown, k = `words[k - 1]`. At most 255 words.
        case code(words: [String])
        /// The same value for every row of the run; folded when a program is made.
        case constant(CELValue)
        /// Never known, never present, of this type: the list was not given.
        case absent(CELType)
    }

    public struct Fact: Sendable, Equatable {
        public let name: String
        public let storage: Storage
        /// Index into the array of `FactBatch` that holds this storage.
        public let slot: Int
    }

    public private(set) var facts: [Fact] = []
    private var byName: [String: Int] = [:]
    /// How many slots of each array a batch needs.
    public private(set) var bitSlots = 0
    public private(set) var truthSlots = 0
    public private(set) var numberSlots = 0
    public private(set) var codeSlots = 0

    public init() {}

    public subscript(name: String) -> Fact? {
        guard let index = byName[name] else { return nil }
        return facts[index]
    }

    /// Adds a fact, or returns the one of that name if it is already there.
    @discardableResult
    public mutating func declare(_ name: String, _ storage: Storage) -> Fact {
        if let known = self[name] { return known }
        let slot: Int
        switch storage {
        case .presence, .flag:
            slot = bitSlots
            bitSlots += 1
        case .truth:
            slot = truthSlots
            truthSlots += 1
        case .date, .integer:
            slot = numberSlots
            numberSlots += 1
        case .code:
            slot = codeSlots
            codeSlots += 1
        case .constant, .absent:
            slot = 0
        }
        let fact = Fact(name: name, storage: storage, slot: slot)
        byName[name] = facts.count
        facts.append(fact)
        return fact
    }
}

extension FactLayout.Storage {
    /// The type an expression sees.
    public var type: CELType {
        switch self {
        case .presence, .flag, .truth: .bool
        case .date: .date
        case .integer: .int
        case .code: .string
        case .constant(let value): value.type
        case .absent(let type): type
        }
    }
}
