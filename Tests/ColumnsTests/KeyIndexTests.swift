import Columns
import Dispatch
import Testing

@Suite struct KeyIndexTests {
    private func keys(_ range: Range<UInt64>) -> [UInt64] { range.map { $0 &* 1_000_003 % KeyIndex.keyLimit + 1 } }

    @Test(arguments: [0, 1, 100, 5000])
    func findsWhatWasAddedAndNothingElse(expected: Int) {
        let index = KeyIndex(expected: expected)
        let added = keys(0..<5000)
        index.insert(added, payloads: added.map { $0 ^ 7 }, mark: 0) { _, _ in Issue.record("no key came twice") }
        #expect(index.count == 5000)
        var slots: [UInt32] = []
        index.find(added + [0, 999_999_999], slots: &slots)
        for (key, slot) in zip(added, slots) { #expect(index.payload(slot) == key ^ 7) }
        #expect(slots[5000] == KeyIndex.none)
        #expect(slots[5001] == KeyIndex.none)
    }

    @Test func saysWhichKeysWereThereAndMarksThem() {
        let index = KeyIndex(expected: 10)
        var met: [Int] = []
        index.insert([5, 6, 5, 0, 6, 5], payloads: [1, 2, 4, 8, 16, 32], mark: 1 << 40) { position, _ in
            met.append(position)
        }
        #expect(met == [2, 4, 5])
        var slots: [UInt32] = []
        index.find([5, 6], slots: &slots)
        #expect(index.payload(slots[0]) == 1 | 1 << 40)
        #expect(index.payload(slots[1]) == 2 | 1 << 40)
    }

    /// Numbers beside keys move with them as the table grows.
    @Test func notesStayWithTheirKeys() {
        let index = KeyIndex(expected: 100, hasNotes: true)
        let first = keys(0..<200)
        index.insert(first, payloads: first, mark: 0) { _, _ in }
        index.note(first.map { UInt16($0 % 1000 + 1) }, of: first)
        index.note([9, 0], of: [999_999_999, first[3]])
        let more = keys(200..<20_000)
        index.insert(more, payloads: more, mark: 0) { _, _ in }
        var slots: [UInt32] = []
        index.find(first + [more[0]], slots: &slots)
        for (key, slot) in zip(first, slots) { #expect(index.note(slot) == UInt16(key % 1000 + 1)) }
        #expect(index.note(slots[200]) == 0 && index.note(KeyIndex.none) == 0)
        #expect(index.bytes % 18 == 0)
    }

    @Test func flagsStandBesideTheKey() {
        let index = KeyIndex(expected: 4)
        index.insert([KeyIndex.keyLimit - 1], payloads: [9], mark: 0) { _, _ in }
        var slots: [UInt32] = []
        index.find([KeyIndex.keyLimit - 1], slots: &slots)
        index.set(flag: 0, slots[0])
        index.set(flag: 9, slots[0])
        index.set(flag: 10, slots[0])
        #expect(index.flags(slots[0]) == 0b10_0000_0001)
        var again: [UInt32] = []
        index.find([KeyIndex.keyLimit - 1], slots: &again)
        #expect(again == slots)
        index.update(slots[0]) { $0 > 8 ? 10 : nil }
        index.update(slots[0]) { $0 > 100 ? 11 : nil }
        #expect(index.payload(slots[0]) == 10)
    }

    @Test func setsAFlagOfManyKeysAtOnce() {
        let index = KeyIndex(expected: 4)
        let added = keys(0..<1000)
        index.insert(added, payloads: added, mark: 0) { _, _ in }
        index.set(flag: 3, of: [0] + added.filter { $0 % 2 == 0 } + [KeyIndex.keyLimit - 1, .max])
        index.set(flag: 0, of: added.filter { $0 % 5 == 0 })
        index.set(flag: 10, of: added)
        index.set(flag: -1, of: added)
        var payloads: [UInt64] = []
        var flags: [UInt16] = []
        index.read(added, payloads: &payloads, flags: &flags)
        #expect(payloads == added)
        #expect(flags == added.map { ($0 % 2 == 0 ? 8 : 0) | ($0 % 5 == 0 ? 1 : 0) })
    }

    @Test func manyThreadsAddEachKeyOnce() {
        let index = KeyIndex(expected: 16)
        let added = keys(0..<20_000)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for start in stride(from: 0, to: added.count, by: 512) {
                let part = Array(added[start..<min(start + 512, added.count)])
                index.insert(part, payloads: part, mark: 1 << 60) { _, _ in }
            }
        }
        #expect(index.count == 20_000)
        var slots: [UInt32] = []
        index.find(added, slots: &slots)
        for (key, slot) in zip(added, slots) { #expect(index.payload(slot) == key | 1 << 60) }
    }

    @Test func readsPayloadsAndFlagsOfWhatIsThere() {
        let index = KeyIndex(expected: 100)
        let added = keys(0..<3000)
        index.insert(added, payloads: added.map { $0 ^ 5 }, mark: 0) { _, _ in }
        var slots: [UInt32] = []
        index.find(added, slots: &slots)
        for (place, slot) in slots.enumerated() where place % 3 == 0 { index.set(flag: place % 10, slot) }
        let asked = added.reversed() + [0, KeyIndex.keyLimit - 1, .max]
        var payloads: [UInt64] = [1, 2]
        var flags: [UInt16] = []
        index.read(asked, payloads: &payloads, flags: &flags)
        #expect(payloads == added.reversed().map { $0 ^ 5 } + [0, 0, 0])
        let expected = added.indices.reversed().map { $0 % 3 == 0 ? UInt16(1) << UInt16($0 % 10) : 0 }
        #expect(flags == expected + [0, 0, 0])
    }

    @Test func updatesWhatIsThereAndPassesOverTheRest() {
        let index = KeyIndex(expected: 4)
        let added = keys(0..<1000)
        index.insert(added, payloads: added.map { _ in 100 }, mark: 0) { _, _ in }
        var asked: [Int] = []
        index.update([0] + added + [KeyIndex.keyLimit - 1, .max, added[7]]) { position, payload in
            asked.append(position)
            return position % 2 == 0 ? payload + UInt64(position) : nil
        }
        #expect(Set(asked) == Set(1...1000).union([1003]))
        var payloads: [UInt64] = []
        var flags: [UInt16] = []
        index.read(added, payloads: &payloads, flags: &flags)
        for place in added.indices where place != 7 {
            #expect(payloads[place] == ((place + 1) % 2 == 0 ? 100 + UInt64(place + 1) : 100))
        }
        #expect(payloads[7] == 108)
    }

    /// No change is lost to another thread's.
    @Test func manyThreadsUpdateTheSameEntries() {
        let index = KeyIndex(expected: 16)
        let added = keys(0..<50)
        index.insert(added, payloads: added.map { _ in 1 }, mark: 0) { _, _ in }
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<500 {
                index.update(added) { _, payload in payload + 2 }
            }
        }
        var payloads: [UInt64] = []
        var flags: [UInt16] = []
        index.read(added, payloads: &payloads, flags: &flags)
        #expect(payloads == added.map { _ in 4001 })
    }

    @Test(arguments: [0, 1, 1000, 10_000_000]) func bytesAreThoseOfTheTable(expected: Int) {
        #expect(KeyIndex.bytes(expected: expected) == KeyIndex(expected: expected).bytes)
        let noted = KeyIndex(expected: expected, hasNotes: true)
        #expect(KeyIndex.bytes(expected: expected, hasNotes: true) == noted.bytes)
        #expect(KeyIndex.bytes(expected: expected) >= expected * 16)
    }
}

/// Full lines and the table's end: keys that find their line taken stand in the next ones, and are found there.
@Suite struct KeyIndexCrowdTests {
    @Test(arguments: [1000, 1024, 5000]) func crowdedKeysAreFound(count: Int) {
        // Room for fewer than there are, so that the table is as full as it gets and grows in between.
        let index = KeyIndex(expected: 10)
        let keys = (0..<UInt64(count)).map { ($0 &+ 1) &* 0x2545_F491_4F6C_DD1D % (KeyIndex.keyLimit - 1) + 1 }
        for start in stride(from: 0, to: count, by: 100) {
            let part = Array(keys[start..<min(start + 100, count)])
            index.insert(part, payloads: part.map { ~$0 }, mark: 0) { _, _ in Issue.record("no key came twice") }
        }
        var payloads: [UInt64] = []
        var flags: [UInt16] = []
        let asked =
            keys + [0, KeyIndex.keyLimit, KeyIndex.keyLimit - 1] + keys.map { $0 ^ 1 }.filter { !keys.contains($0) }
        index.read(asked, payloads: &payloads, flags: &flags)
        #expect(Array(payloads[..<count]) == keys.map { ~$0 })
        #expect(payloads[count...].allSatisfy { $0 == 0 })
        index.update(asked) { position, payload in
            #expect(payload == ~keys[position])
            return UInt64(position)
        }
        index.read(asked, payloads: &payloads, flags: &flags)
        #expect(Array(payloads[..<count]) == (0..<UInt64(count)).map { $0 })
        #expect(flags.allSatisfy { $0 == 0 })
    }

    /// Threads that come at once with more keys than the table has places, each with fewer.
    @Test func manyThreadsFindRoomTogether() {
        for _ in 0..<50 {
            let index = KeyIndex(expected: 1)
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                let part = (0..<900).map { UInt64(thread * 900 + $0 + 1) }
                index.insert(part, payloads: part, mark: 0) { _, _ in Issue.record("no key came twice") }
            }
            #expect(index.count == 7200)
            let all = (1...7200).map { UInt64($0) }
            var payloads: [UInt64] = []
            var flags: [UInt16] = []
            index.read(all, payloads: &payloads, flags: &flags)
            #expect(payloads == all)
        }
    }
}
