import Testing

/// Rows of one NIK, and rows of other lists under a NIK that people share.
@Suite struct EqualNIKTests {
    @Test(arguments: [
        ([:], "duplicate_k1"), (["rt": "1.0", "name": "BUDI  siregar", "birth_date": "1990-08-17"], "duplicate_k1"),
        (["nkk": "1271900101120002"], "duplicate_k2"), (["marital_status": "S"], "duplicate_k2"),
        (["disability": "2"], "duplicate_k2"), (["disability": "0"], "duplicate_k1"), (["rw": "3"], "duplicate_k3"),
        (["address": ""], "duplicate_k3"), (["birth_place": "Sibolga"], "duplicate_k4"), (["sex": "?"], "duplicate_k4"),
        (["name": "Budi"], "nik_shared"), (["birth_date": "18-08-1990"], "nik_shared"),
    ])
    func equalNIKs(_ changes: [String: String], _ reason: String) {
        let both = OnePerson.check([OnePerson.plain, OnePerson.plain.merging(changes) { $1 }], []).decisions
        #expect(both.last?.reasons.contains(reason) == true)
        #expect(both.first?.reasons.contains(reason) == (reason == "nik_shared"))
    }

    @Test(arguments: ["", "-", "1271", "7777777777777777"])
    func aFamilyCardIsNeededForTheFirstClass(_ card: String) {
        let cardless = OnePerson.plain.merging(["nkk": card]) { $1 }
        #expect(OnePerson.check([cardless, cardless], []).decisions.last?.reasons.contains("duplicate_k2") == true)
    }

    @Test func theStrongestClassWithAnyEarlierRowStands() {
        let moved = OnePerson.plain.merging(["birth_place": "Sibolga"]) { $1 }
        let marks = OnePerson.check([OnePerson.plain, moved, OnePerson.plain], []).decisions.map { decision in
            decision.reasons.filter { $0.hasPrefix("duplicate") }.joined()
        }
        #expect(marks == ["", "duplicate_k4", "duplicate_k1"])
    }

    @Test func aFindingOfDoublesStrikesOnlyTheDouble() {
        let other = OnePerson.plain.merging(["nkk": "1271900101120002"]) { $1 }
        let found = [("field_findings", [["code": "2"]])]
        let outcomes = OnePerson.check([OnePerson.plain, other], found).decisions.map(\.outcome)
        #expect(outcomes == ["unverified", "ineligible"])
    }

    /// Two people under one NIK, Budi of 1990 and Siti of 1975; what a row with a name does to each.
    @Test(
        arguments: [
            (["name": "budi  SIREGAR"], "ineligible", "unverified", [], []),
            (["name": ""], "unverified", "unverified", ["shared_nik_evidence"], ["shared_nik_evidence"]),
            ([:], "unverified", "unverified", ["shared_nik_evidence"], ["shared_nik_evidence"]),
            (
                ["name": "Agus Santoso", "birth_date": "01-01-1960"], "unverified", "unverified", ["row_of_another"],
                ["row_of_another"]
            ),
            (
                ["name": "Agus Santoso", "birth_date": "17-08-1990"], "unverified", "unverified",
                ["shared_nik_evidence"], ["row_of_another"]
            ),
        ] as [([String: String], String, String, [String], [String])])
    func rowsUnderASharedNIK(
        _ cells: [String: String], _ first: String, _ second: String, _ ofFirst: [String], _ ofSecond: [String]
    ) {
        let siti = OnePerson.plain.merging(["name": "Siti Aminah", "birth_date": "02-01-1975"]) { $1 }
        let decisions = OnePerson.check([OnePerson.plain, siti], [("deaths", [cells])]).decisions
        let reasons = decisions.map { $0.reasons.filter { ["shared_nik_evidence", "row_of_another"].contains($0) } }
        #expect(decisions.map(\.outcome) == [first, second])
        #expect(reasons == [ofFirst, ofSecond])
    }

    @Test func aNameThatTwoBearNamesNeither() {
        let younger = OnePerson.plain.merging(["birth_date": "02-01-1999"]) { $1 }
        let deaths = [("deaths", [["name": "Budi Siregar"]])]
        let decisions = OnePerson.check([OnePerson.plain, younger], deaths).decisions
        #expect(decisions.allSatisfy { $0.reasons.contains("shared_nik_evidence") && $0.outcome == "unverified" })
    }
}
