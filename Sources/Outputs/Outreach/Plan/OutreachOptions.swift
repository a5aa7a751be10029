public import Civil
public import Diagnostics

/// What `outreach` is asked to do.
public struct OutreachOptions: Sendable {
    /// How many teams each office (kabupaten/kota) sends out at once.
    public struct Teams: Sendable, Equatable {
        public var standard: Int
        /// By the four digits of the kabupaten.
        public var byKabupaten: [String: Int]

        public init(standard: Int = 1, byKabupaten: [String: Int] = [:]) {
            self.standard = standard
            self.byKabupaten = byKabupaten
        }

        func count(in kabupaten: String) -> Int { byKabupaten[kabupaten] ?? standard }
    }

    /// The folder to write; it appears whole or not at all.
    public var out: String
    public var force = false
    /// Whether NIKs stand whole on the lists; every use is written into the run's log.
    public var isUnmasked = false
    public var language = Language.indonesian
    public var teams = Teams()
    /// Sets of devices a team carries.
    public var devices = 1
    /// People one set of devices records a day; nil: as the rules say.
    public var perDevice: Int?
    /// The first day on which a team can go out.
    public var from: CivilDate
    /// The last one.
    public var deadline: CivilDate
    /// Working days that a visit lasts.
    public var daysPerVisit = 1
    /// Threads that write.
    public var threads = 1

    public init(out: String, from: CivilDate, deadline: CivilDate) {
        self.out = out
        self.from = from
        self.deadline = deadline
    }
}
