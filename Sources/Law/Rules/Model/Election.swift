public import Civil
public import Diagnostics
import Documents

/// A step of an election's schedule; days unknown to the rules are nil.
public struct Stage: Sendable {
    public let id: String
    public let title: Bilingual
    public let period: Period
    public let citations: [Citation]
    public let confidence: Confidence
}

/// The day by which recording is to be done.
public struct RecordingDeadline: Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case target, statutory }
    public let date: CivilDate
    public let kind: Kind
    public let title: Bilingual
    public let source: String
    public let confidence: Confidence
    public let note: Bilingual?
}

/// An election: its polling day and which documents govern it.
public struct Election: Sendable {
    public let id: String
    public let title: Bilingual
    public let votingDay: CivilDate
    public let instrument: String
    public let profile: String
    public let statuses: String
    /// Names of region tables (`regions/NAME.csv`).
    public let regions: [String]
    public let calendars: [Int]
    public let stages: [Stage]
    public let recordingDeadline: RecordingDeadline?
    public let notes: [Bilingual]
    let spots: [String: Spot]
}

/// Days of one year on which offices are closed, weekends aside.
public struct WorkCalendar: Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case holiday, polling
        case jointLeave = "joint_leave"
    }
    public struct Day: Sendable {
        public let date: CivilDate
        public let title: Bilingual
        public let kind: Kind
        public let confidence: Confidence
        public let source: String
    }
    public let year: Int
    public let confidence: Confidence
    /// In the order of time.
    public let days: [Day]
    let spot: Spot
}
