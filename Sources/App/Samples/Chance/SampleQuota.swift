/// How often something rare happens: in a share of the people, and a few times at least in a small sample.
///
/// Counts people and falls due at regular steps, so that a rare case occurs in a few thousand people and keeps its
/// share in ten million. A case that falls due waits for the next person it fits.
struct SampleQuota {
    private let step: Int
    private var waited: Int

    /// - Parameters:
    ///   - share: of 1,000,000 people.
    ///   - least: times that it happens at least, where there are people enough.
    ///   - start: moves the first case, so that the rare cases do not all fall on one person.
    init(share: Int, people: Int, least: Int = 3, start: Int) {
        let wanted = max(people / 1_000_000 * share + people % 1_000_000 * share / 1_000_000, least)
        step = max(1, people / max(1, wanted))
        waited = start % step
    }

    /// Counts a person whom the case fits only if `fits`; true where it happens.
    mutating func falls(_ fits: Bool = true) -> Bool {
        waited += 1
        guard fits, waited >= step else { return false }
        waited -= step
        return true
    }
}
