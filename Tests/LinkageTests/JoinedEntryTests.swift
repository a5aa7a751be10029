import Civil
import Columns
import Testing

@testable import Linkage

@Suite struct JoinedEntryTests {
    private static let marks: [EqualNIKs.Mark] = [.first, .shared, .duplicate(0), .duplicate(3), .duplicate(61)]

    /// The word says what the index would have said.
    @Test(arguments: marks, [UInt16(0), 1, 0x200, 0x3FF])
    func nothingIsLost(mark: EqualNIKs.Mark, flags: UInt16) {
        let recordings: [Recording?] = [
            nil, Recording(day: nil, rank: 15, text: 0),
            Recording(day: CivilDate(iso: "2018-06-27"), rank: 0, text: 0xF_FFFF),
            Recording(day: CivilDate(iso: "9999-12-31"), rank: 7, text: 1),
        ]
        for recording in recordings {
            for isRepeated in [false, true] {
                let index = PersonIndex(people: 1)
                var payloads: [UInt64] = []
                PersonIndex.payloads(regencies: [10000], positions: [0xFFFF_FFFF_FFFF], into: &payloads)
                for _ in 0...(isRepeated ? 1 : 0) { index.add([7], payloads: payloads) { _ in } }
                var slots: [UInt32] = []
                index.keys.find([7], slots: &slots)
                if let recording { index.add(recording, slots[0]) { $0 < $1 } }
                let entry = JoinedEntry(payload: index.keys.payload(slots[0]), flags: flags, mark: mark)
                let read = JoinedEntry(word: entry.word)
                #expect(PersonEntry(payload: read.payload).recording == recording)
                #expect(PersonEntry(payload: read.payload).isRepeated == isRepeated)
                #expect(read.flags == flags)
                #expect(read.mark == mark)
            }
        }
    }

    @Test func noNIKIsNothing() {
        let entry = JoinedEntry(word: 0)
        #expect(entry.payload == 0 && entry.flags == 0 && entry.mark == .first)
        #expect(JoinedEntry(payload: 0, flags: 0, mark: .first).word == 0)
    }
}
