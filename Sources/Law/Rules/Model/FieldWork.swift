public import Diagnostics
import Documents

/// What field work rests on (`outreach.json5`): figures with their sources, ages, and what each next step asks for.
public struct FieldWork: Sendable {
    /// A figure and how sure it is.
    public struct Figure: Sendable, Hashable {
        public let value: Int
        public let source: Bilingual
        public let confidence: Confidence
    }

    /// Where first-time voters of an age are met.
    public struct School: Sendable, Hashable {
        public let title: Bilingual
        /// The oldest who are met there; nil: anyone older than those before.
        public let untilAge: Int?
    }

    /// What people are asked to bring for some next steps.
    public struct Bring: Sendable {
        public let steps: [String]
        public let title: Bilingual
        public let confidence: Confidence
        let spot: Spot
    }

    /// People that one set of devices records on a working day.
    public let perDevice: Figure
    /// What sets of devices are known to do.
    public let perDeviceRange: ClosedRange<Int>
    /// So few people of a desa need no day of their own: they come to a neighbouring one whose visit has room; nil = each
    /// desa is visited.
    public let joined: Figure?
    /// Working days of the month that targets are divided by.
    public let conventionalMonth: Figure
    /// The age from which people are visited at home.
    public let elderlyAge: Figure
    /// Youngest first.
    public let schools: [School]
    /// Next steps that a recording team settles.
    public let visitSteps: [String]
    /// Next steps that are settled by handing over a letter or a card.
    public let handOutSteps: [String]
    public let bring: [Bring]
    let spot: Spot

    /// What to bring for a next step; nil where nothing is asked for.
    public func bring(for step: String) -> Bilingual? { bring.first { $0.steps.contains(step) }?.title }

    /// The school of someone of that age.
    public func school(age: Int) -> School? {
        schools.first { $0.untilAge.map { age <= $0 } ?? true }
    }
}
