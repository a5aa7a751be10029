/// Which lists of recordings and sukets a district is given: what is not given says nothing.
enum GivenLists: String, CaseIterable, CustomStringConvertible, Sendable {
    case everything
    case withoutRecordings
    case withoutSuket
    case withoutRecordingsAndSuket
    /// Recordings were given, but none of one kabupaten.
    case regencyWithoutRecordings

    var description: String { rawValue }

    /// Whether a list of a role is given; of those that no case is about, most are.
    func includes(_ role: String, _ random: inout SeededRandom) -> Bool {
        switch role {
        case "recordings": ![.withoutRecordings, .withoutRecordingsAndSuket].contains(self)
        case "suket": ![.withoutSuket, .withoutRecordingsAndSuket].contains(self)
        default: random.chance(88)
        }
    }

    /// Those of whom a recordings list may speak.
    func withRecordings(_ holders: [[Person]]) -> [[Person]] {
        guard self == .regencyWithoutRecordings else { return holders }
        return holders.filter { $0.allSatisfy { !$0.region.hasPrefix(GivenLists.regency) } }
    }

    static let regency = Person.regencies[2]
}
