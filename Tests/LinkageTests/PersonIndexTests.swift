import Civil
import Columns
import Linkage
import Testing

@Suite struct PersonIndexTests {
    private func index() -> (PersonIndex, UInt32) {
        let index = PersonIndex(people: 4)
        var payloads: [UInt64] = []
        PersonIndex.payloads(regencies: [1271], positions: [77], into: &payloads)
        index.add([1_271_900_101_900_001], payloads: payloads) { _ in }
        var slots: [UInt32] = []
        index.keys.find([1_271_900_101_900_001], slots: &slots)
        return (index, slots[0])
    }

    private func kept(_ recordings: [Recording]) -> Recording? {
        let (index, slot) = index()
        for recording in recordings { index.add(recording, slot) { $0 < $1 } }
        return index.recording(of: 1_271_900_101_900_001)
    }

    @Test func aListedPersonHasAPlaceAndAKabupaten() {
        let (index, slot) = index()
        #expect(index.position(slot) == 77)
        #expect(index.regency(slot) == 1271)
        index.set(regency: 10000, slot)
        #expect(index.regency(slot) == nil)
        #expect(index.recording(of: 1_271_900_101_900_001) == nil)
        #expect(index.recording(of: 5) == nil)
    }

    /// Newest first; every order of arrival must leave the first.
    @Test func theNewestRecordingWinsWhateverTheOrder() {
        let day = CivilDate(dayNumber: 17_000)
        let ranked = [
            Recording(day: CivilDate(dayNumber: 17_001), rank: 9, text: 3),
            Recording(day: day, rank: 0, text: 5),
            Recording(day: day, rank: 0, text: 6),
            Recording(day: day, rank: 3, text: 1),
            Recording(day: CivilDate(dayNumber: -25_000), rank: 0, text: 1),
            Recording(day: nil, rank: 0, text: 1),
            Recording(day: nil, rank: 15, text: 0),
        ]
        for start in ranked.indices {
            let rest = Array(ranked[start...])
            #expect(kept(rest) == ranked[start])
            #expect(kept(rest.reversed()) == ranked[start])
            #expect(kept(rest + rest.shuffled()) == ranked[start])
        }
    }

    @Test(arguments: [CivilDate.earliest, CivilDate(dayNumber: 0), CivilDate.latest])
    func everyCivilDateFits(day: CivilDate) {
        #expect(kept([Recording(day: day, rank: 7, text: 1_048_575)]) == Recording(day: day, rank: 7, text: 1_048_575))
    }
}

@Suite struct EvidenceRowsTests {
    @Test func rowsOfANIKStandTogetherInTheOrderGiven() {
        var first = EvidenceRows(codeColumns: 1, numberColumns: 1)
        var second = first
        first.append(key: 9, order: 5, codes: [1], numbers: [50], states: [1])
        first.append(key: 3, order: 6, codes: [2], numbers: [60], states: [2])
        second.append(key: 9, order: 2, codes: [3], numbers: [20], states: [0])
        var whole = EvidenceRows(codeColumns: 1, numberColumns: 1)
        whole.append(contentsOf: first)
        whole.append(contentsOf: second)
        whole.seal()
        #expect(whole.rows(of: 9) == 1..<3)
        #expect(whole.rows(of: 4).isEmpty)
        #expect(whole.codes[0] == [2, 3, 1])
        #expect(whole.numbers[0] == [60, 20, 50])
        #expect(whole.states[0] == [2, 0, 1])
    }
}
