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

    private static let ranks = RecordingRanks(
        yielding: 1 << 7 | 1 << 8 | 1 << 9, denying: 1 << 7 | 1 << 8, cards: 0b11, recorded: 0b1111)

    /// Rows that say "none" or nothing known displace nothing, whatever their dates.
    @Test func recordingsOnceMadeDoNotVanish() {
        let made = Recording(day: nil, rank: 6, text: 1)
        let (index, slot) = index()
        for rank: UInt8 in 7...9 {
            index.add(Recording(day: CivilDate(dayNumber: 17_000), rank: rank, text: 2), slot, Self.ranks) { $0 < $1 }
        }
        #expect(index.recording(of: 1_271_900_101_900_001)?.rank == 7)
        index.add(made, slot, Self.ranks) { $0 < $1 }
        index.add(Recording(day: CivilDate(dayNumber: 17_900), rank: 7, text: 2), slot, Self.ranks) { $0 < $1 }
        #expect(index.recording(of: 1_271_900_101_900_001) == made)
    }

    /// What must be remembered beside the recording that decides tells the same whatever the order of the rows.
    @Test func whatStandsBesideTellsTheSameInAnyOrder() {
        let nik: UInt64 = 1_271_900_101_900_001
        let days: [Int32?] = [nil, 16_000, 17_000]
        let all = days.flatMap { day in
            (UInt8(0)...9).map { rank in Recording(day: day.map { CivilDate(dayNumber: $0) }, rank: rank, text: 1) }
        }
        var seed: UInt64 = 5
        func below(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<2000 {
            let rows = (0..<(1 + below(4))).map { _ in all[below(all.count)] }
            var whole = RecordingEvidence(Self.ranks)
            for row in rows { whole.add(row.packed(Self.ranks)) { $0 < $1 } }
            let (index, _) = index()
            var (regencies, aside, beside) = ([UInt16](), [SetAsideRecording](), [UInt64]())
            for row in rows {
                index.add(
                    [row.packed(Self.ranks)], of: [nik], Self.ranks, regencies: &regencies, aside: &aside
                ) { $0 < $1 }
                beside += aside.map(\.packed)
            }
            var kept = RecordingEvidence(Self.ranks)
            for packed in beside { kept.add(packed) { $0 < $1 } }
            if let recording = index.recording(of: nik) { kept.add(recording.packed(Self.ranks)) { $0 < $1 } }
            #expect(kept.deciding == whole.deciding)
            #expect(kept.isContradicted == whole.isContradicted, "\(rows)")
            #expect(kept.hadCard == whole.hadCard, "\(rows)")
            #expect(kept.lastDay == whole.lastDay)
            #expect(kept.firstRecorded == whole.firstRecorded, "\(rows)")
        }
    }

    @Test func rowsOfASharedNIKStandBeside() {
        let (index, slot) = index()
        index.setShared(slot)
        var (regencies, aside) = ([UInt16](), [SetAsideRecording]())
        let packed = Recording(day: nil, rank: 0, text: 1).packed(Self.ranks)
        index.add(
            [7, packed, PersonIndex.notYetKnown], of: [7, 1_271_900_101_900_001, 1_271_900_101_900_001], Self.ranks,
            regencies: &regencies, aside: &aside
        ) { $0 < $1 }
        #expect(aside.map(\.position) == [1] && aside.map(\.packed) == [packed])
        #expect(regencies == [PersonIndex.notListed, 1271, 1271])
        #expect(index.recording(of: 1_271_900_101_900_001) == nil)
    }

    @Test(arguments: [CivilDate.earliest, CivilDate(dayNumber: 0), CivilDate.latest])
    func everyCivilDateFits(day: CivilDate) {
        #expect(kept([Recording(day: day, rank: 7, text: 1_048_575)]) == Recording(day: day, rank: 7, text: 1_048_575))
    }
}

@Suite struct RecordingEvidenceTests {
    private static let ranks = RecordingRanks(
        yielding: 1 << 7 | 1 << 8 | 1 << 9, denying: 1 << 7 | 1 << 8, cards: 0b11, recorded: 0b1111,
        answers: [1: 0b11_1111_1100, 3: 0b11_1111_0000])

    private func evidence(_ rows: [(day: Int32?, rank: UInt8)], answers: [UInt8]) -> RecordingEvidence {
        var evidence = RecordingEvidence(Self.ranks)
        for row in rows {
            let recording = Recording(day: row.day.map { CivilDate(dayNumber: $0) }, rank: row.rank, text: 1)
            evidence.add(recording.packed(Self.ranks)) { $0 < $1 }
        }
        for rank in answers {
            let answer = Recording(day: CivilDate(dayNumber: 17_500), rank: rank, text: 2).packed(Self.ranks)
            evidence.add(answer | RecordingEvidence.answerBit) { $0 < $1 }
        }
        return evidence
    }

    /// An answer stands above what it corrects, and above no card; its day dates nothing.
    @Test(
        arguments: [
            (5, [3], 3), (9, [3], 3), (2, [3], 2), (3, [3], 3), (0, [1], 0), (2, [1], 1), (3, [1, 3], 1),
            (4, [3, 1], 1),
        ] as [(UInt8, [UInt8], UInt8)])
    func answersStandBesideTheLists(row: UInt8, answers: [UInt8], rank: UInt8) {
        let decided = evidence([(17_000, row)], answers: answers).deciding
        #expect(decided?.rank == rank)
        #expect((decided?.day == nil) == (decided?.text == 2))
    }

    @Test func whatOtherRowsSay() {
        #expect(evidence([(16_000, 0), (17_000, 7)], answers: []).isContradicted)
        #expect(!evidence([(17_000, 0), (17_000, 7)], answers: []).isContradicted)
        #expect(!evidence([(17_000, 0), (nil, 7)], answers: []).isContradicted)
        #expect(!evidence([(16_000, 0), (17_000, 9)], answers: []).isContradicted)
        #expect(evidence([(16_000, 7)], answers: [3]).isContradicted)
        #expect(evidence([(16_000, 0), (17_000, 5)], answers: []).hadCard)
        #expect(!evidence([(16_000, 0), (17_000, 1)], answers: []).hadCard)
        #expect(evidence([(16_000, 6), (17_000, 7)], answers: [3]).lastDay == CivilDate(dayNumber: 16_000))
        #expect(evidence([], answers: []).deciding == nil)
    }

    /// Cards, prints and captures show that somebody recorded, one without a day since ever; an answer dates nothing, a
    /// failure shows nothing.
    @Test func sinceWhenSomebodyHasRecorded() {
        func first(_ rows: [(day: Int32?, rank: UInt8)], answers: [UInt8] = []) -> FirstRecorded {
            evidence(rows, answers: answers).firstRecorded
        }
        let day = FirstRecorded.on(CivilDate(dayNumber: 16_000))
        #expect(first([(17_000, 0), (16_000, 3)]) == day)
        #expect(first([(17_000, 6), (16_000, 3)], answers: [1]) == day)
        #expect(first([(15_000, 6), (15_000, 7), (16_000, 2)]) == day)
        #expect(first([(16_000, 2), (nil, 0)]) == .undated)
        #expect(first([(15_000, 4), (nil, 6)], answers: [3]) == .never)
    }
}

@Suite struct SharedNIKsTests {
    @Test func aNameTellsApartWhomOnlyOneBears() {
        var shared = SharedNIKs()
        shared.add(7, [(1, 10), (2, 20), (3, 20), (4, 0), (1, 10)])
        #expect(shared.bearer(7, name: 10) == 10)
        #expect([20, 30, 0].allSatisfy { shared.bearer(7, name: $0) == 0 })
        #expect(shared.bearer(8, name: 10) == 0)
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
