import Civil
import Testing

@testable import Linkage

@Suite struct BirthNoteTests {
    private func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? .earliest }

    /// The same day, and day and month swapped, are of one person; nobody without a day is another.
    @Test(arguments: [
        ("1990-08-17", "1990-08-17", false), ("1990-08-07", "1990-07-08", false), ("1990-08-07", "1991-07-08", true),
        ("1990-08-17", "1990-08-18", true), ("1850-01-01", "1850-01-01", false), ("1850-01-01", "1850-01-02", true),
        ("2029-06-04", "2029-06-04", false),
    ])
    func daysDiffer(_ persons: String, _ rows: String, _ mayDiffer: Bool) {
        #expect(BirthNote(day(persons)).mayDiffer(from: day(rows)) == mayDiffer)
        #expect(BirthNote.differ(day(persons), day(rows)) == mayDiffer)
        #expect(!BirthNote(nil).mayDiffer(from: day(rows)))
    }

    /// Days without a number of their own are looked at in full.
    @Test(arguments: ["1849-12-31", "2029-06-05", "0001-01-01", "9999-12-31"])
    func farDaysAlwaysMay(_ text: String) {
        #expect(BirthNote(day(text)).number == .max)
        #expect(BirthNote(day(text)).mayDiffer(from: day(text)))
    }
}
