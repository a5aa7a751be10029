import Rules

/// What the comparison must know of outcomes: how far along each is.
struct DiffTerms {
    let outcomes: [OutcomeTerm]
    private let places: [String: Int]

    init(_ outcomes: [OutcomeTerm]) {
        self.outcomes = outcomes
        places = Dictionary(outcomes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func place(_ outcome: String) -> Int? { places[outcome] }

    /// 0 not eligible; 1 nothing recorded; 2 recorded, something still to do; 3 ready.
    func progress(_ outcome: Int) -> Int {
        let term = outcomes[outcome]
        if !term.eligible { return 0 }
        if !term.recorded { return 1 }
        return term.flagged ? 2 : 3
    }

    func kind(from before: Int, to after: Int) -> DiffChange {
        if before == after { return .moved }
        let (was, now) = (progress(before), progress(after))
        if now == 0 { return was == 0 ? .changed : .becameIneligible }
        if was == 0 { return .becameEligible }
        if now == 3 && was < 3 { return .becameReady }
        if now > was { return .advanced }
        return now < was ? .wentBack : .changed
    }
}

/// What became of a person between two runs.
public enum DiffChange: String, Sendable, CaseIterable {
    case new
    case left
    case becameReady = "became_ready"
    case advanced
    case wentBack = "went_back"
    case becameIneligible = "became_ineligible"
    case becameEligible = "became_eligible"
    /// Another outcome, no further along.
    case changed
    /// The same outcome in another region.
    case moved
}

/// Names met while reading, numbered in the order in which they come.
struct NumberedTexts {
    private(set) var texts: [String] = []
    private var numbers: [[UInt8]: Int] = [:]
    private var last: (bytes: [UInt8], number: Int)?

    mutating func number(_ bytes: [UInt8]) -> Int {
        // Rows of one list stand together.
        if let last, last.bytes == bytes { return last.number }
        let number: Int
        if let known = numbers[bytes] {
            number = known
        } else {
            number = texts.count
            numbers[bytes] = number
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        last = (bytes, number)
        return number
    }
}

/// A region code as a number that sorts as results do: by digits, unknown last.
enum DiffRegion {
    static let unknown = UInt64.max

    static func number(_ digits: [UInt8]) -> UInt64 {
        guard !digits.isEmpty, digits.count <= 10 else { return unknown }
        var value: UInt64 = 0
        for place in 0..<10 {
            let digit = place < digits.count ? digits[place] &- 0x30 : 0
            guard digit <= 9 else { return unknown }
            value = value * 10 + UInt64(digit)
        }
        return value << 4 | UInt64(digits.count)
    }

    static func text(_ number: UInt64) -> String {
        guard number != unknown else { return "" }
        let count = Int(number & 15)
        let digits = String(number >> 4)
        return String((String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits).prefix(count))
    }

    /// The kabupaten (four digits) that a region lies in, or unknown.
    static func kabupaten(_ number: UInt64) -> UInt64 {
        guard number != unknown, number & 15 >= 4 else { return unknown }
        return (number >> 4) / 1_000_000 * 1_000_000 << 4 | 4
    }
}
