import Testing

/// A kabupaten for none of whose people a recording counts.
@Suite struct KabupatenTests {
    static func people(_ count: Int) -> [[String: String]] {
        (0..<count).map { serial in
            OnePerson.plain.merging(
                ["nik": "127190170890" + Day.padded(serial + 1, 4), "name": "Orang", "ktp_el": serial == 0 ? "K" : ""]
            ) { $1 }
        }
    }

    static func reasons(_ count: Int, _ recording: [String: String]) -> [String] {
        OnePerson.check(people(count), [("recordings", [recording])]).decisions[0].reasons
    }

    static let elsewhere = ["nik": "1207901708900001", "class": "CARD_ISSUED"]

    @Test func aboveFiftyPeopleTheMarkDecides() {
        #expect(KabupatenTests.reasons(50, KabupatenTests.elsewhere) == ["evidence_conflict"])
        #expect(KabupatenTests.reasons(51, KabupatenTests.elsewhere) == ["list_mark_only"])
    }

    @Test func aRecordingOfAnyDateCounts() {
        let later = ["nik": "1271901708900002", "class": "CARD_ISSUED", "recorded_on": "2018-06-01"]
        #expect(KabupatenTests.reasons(60, later) == ["evidence_conflict"])
        let anothers = later.merging(["name": "Agus Santoso", "birth_date": "01-01-1960"]) { $1 }
        #expect(KabupatenTests.reasons(60, anothers) == ["list_mark_only"])
    }
}
