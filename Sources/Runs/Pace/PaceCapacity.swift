/// Recordings a working day that can be made: for the whole, or for each kabupaten/kota.
public enum PaceCapacity: Sendable, Equatable {
    case unknown
    /// Shared out by need, as if devices went where people are.
    case whole(Int)
    /// By the four digits of the kabupaten.
    case areas([String: Int])

    var isShared: Bool { if case .whole = self { true } else { false } }

    /// The capacity of each region; nil where it is not known.
    func shares(of regions: [String], needs: [Int]) -> [Int?] {
        switch self {
        case .unknown: return regions.map { _ in nil }
        case .areas(let known): return regions.map { known[$0] }
        case .whole(let daily): return Self.shared(daily, by: needs)
        }
    }

    /// A count shared out in proportion to needs; the parts add up to it where anything is needed.
    static func shared(_ count: Int, by needs: [Int]) -> [Int] {
        let all = needs.reduce(0, +)
        guard all > 0 else { return needs.map { _ in 0 } }
        var upTo = 0
        var given = 0
        return needs.map { need in
            upTo += need
            let product = UInt(count).multipliedFullWidth(by: UInt(upTo))
            let reached = Int(UInt(all).dividingFullWidth(product).quotient)
            defer { given = reached }
            return reached - given
        }
    }

    /// The capacity of the whole; nil where that of a region with people left is not known.
    func total(of shares: [Int?], needs: [Int]) -> Int? {
        switch self {
        case .unknown: return nil
        case .whole(let daily): return daily
        case .areas:
            var sum = 0
            for (share, need) in zip(shares, needs) {
                guard let share else {
                    if need > 0 { return nil }
                    continue
                }
                sum += share
            }
            return sum
        }
    }
}
