import Testing

/// The second reading of one person, on cases written by hand from the contract.
@Suite struct DecisionTests {
    typealias Case = ([String: String], [(String, [[String: String]])], String)

    /// A recordings list that speaks of somebody else: recordings were given, of this person none.
    static let nobodys: (String, [[String: String]]) = ("recordings", [["nik": "1271901708900099", "class": "CETAK"]])
    static let notFound = "unrecorded 11 record no_recording"

    static func recordings(_ rows: [String: String]...) -> [(String, [[String: String]])] { [("recordings", rows)] }

    @Test(
        arguments: [
            ([:], [nobodys], notFound),
            ([:], recordings(["class": "CARD_ISSUED"]), "ready - none "),
            ([:], recordings(["class": "CETAK"]), "ready - collect_card "),
            ([:], recordings(["class": "PRR"]), "awaiting_card 11 issue_suket no_card"),
            ([:], recordings(["class": "SENT FOR\nCARD PRINTING"]), "awaiting_card 11 issue_suket no_card"),
            (
                [:], recordings(["class": "ADJUDICATE RECORD"]),
                "recording_failed 11 resolve_recording disputed_recording"
            ),
            ([:], recordings(["class": "DUPLICATE"]), "recording_failed 11 resolve_recording duplicate_recording"),
            ([:], recordings(["class": "search_failure_at_central"]), "recording_failed 11 record_again enrol_failed"),
            ([:], recordings(["class": "BELUM_WAJIB"]), "unrecorded 11 record not_enrolled"),
            ([:], recordings(["class": ""]), "unverified 12 verify_identity status_unknown"),
            (
                [:], [("recordings", [["class": "??"]]), ("suket", [[:]])], "ready_with_suket - none status_unknown"
            ),
            ([:], recordings(["class": "CETAK", "recorded_on": "24-03-2018"]), notFound),
            // Biometrics once taken do not vanish.
            (
                [:],
                recordings(
                    ["class": "CARD_ISSUED", "recorded_on": "2014-01-01"],
                    ["class": "BELUM_REKAM", "recorded_on": "2017-01-01"]),
                "ready - none recording_contradicted"
            ),
            (
                [:], recordings(["class": "CARD_ISSUED"], ["class": "", "recorded_on": "2017-01-01"]), "ready - none "
            ),
            (
                [:],
                recordings(
                    ["class": "CARD_ISSUED", "recorded_on": "2014-01-01"],
                    ["class": "DUPLICATE_RECORD", "recorded_on": "2017-01-01"]),
                "recording_failed 11 resolve_recording card_before;duplicate_recording"
            ),
            (
                [:],
                recordings(
                    ["class": "PRR", "recorded_on": "2017-01-01"], ["class": "CETAK", "recorded_on": "2017-01-01"]),
                "ready - collect_card "
            ),
            (["ktp_el": "S"], [nobodys, ("suket", [["nik": "1271901708900099"]])], conflict),
            (["ktp_el": "K"], [nobodys], conflict),
            (["ktp_el": "K"], [nobodys, ("suket", [[:]])], "ready_with_suket - none "),
            (["ktp_el": "B"], [nobodys], notFound),
            (
                [:], [("recordings", [["class": "BELUM"]]), ("suket", [[:]])],
                "ready_with_suket - none suket_without_recording"
            ),
        ] as [Case])
    func recordingsDecide(_ changes: [String: String], _ others: [(String, [[String: String]])], _ line: String) {
        #expect(OnePerson.decided(changes, others) == line)
    }

    static let conflict = "unverified 12 verify_identity evidence_conflict"

    /// Lists that were not given say nothing.
    @Test(
        arguments: [
            ([:], [], "unverified 12 verify_identity no_recordings_list"),
            (["ktp_el": "X"], [], "unverified 12 verify_identity no_recordings_list"),
            (["ktp_el": "K"], [], "ready - none list_mark_only"),
            (["ktp_el": "B"], [], "unrecorded 11 record list_mark_only;not_enrolled"),
            (["ktp_el": "S"], [], "ready_with_suket - none list_mark_only"),
            (["ktp_el": "prr"], [], "awaiting_card 11 issue_suket list_mark_only;no_card"),
            (["ktp_el": "S"], [("suket", [["nik": "1271901708900099"]])], "ready_with_suket - none list_mark_only"),
            ([:], [("suket", [[:]])], "ready_with_suket - none "),
            (["ktp_el": "S"], [nobodys], "ready_with_suket - none list_mark_only"),
            ([:], [("deaths", [[:]])], "ineligible 1 none deceased;no_recordings_list"),
            ([:], [("reply", [["answer": "sudah rekam"]])], "awaiting_card 11 issue_suket no_card"),
            ([:], [("reply", [["answer": "KTP-el tercetak"]])], "ready - collect_card "),
            ([:], [("reply", [["answer": "lain"]])], "unverified 12 verify_identity no_recordings_list"),
            (
                ["ktp_el": "B"], [("reply", [["answer": "sudah rekam"]])],
                "awaiting_card 11 issue_suket list_mark_only;no_card"
            ),
            (["ktp_el": "K"], [("reply", [["answer": "sudah rekam"]])], "ready - none list_mark_only"),
        ] as [Case])
    func whatWasNotGivenSaysNothing(
        _ changes: [String: String], _ others: [(String, [[String: String]])], _ line: String
    ) {
        #expect(OnePerson.decided(changes, others) == line)
    }

    @Test(arguments: [
        ("DUPLICATE", "sudah rekam", "awaiting_card 11 issue_suket no_card"),
        ("??", "sudah rekam", "awaiting_card 11 issue_suket no_card"),
        ("CETAK", "sudah rekam", "ready - collect_card "), ("PRR", "KTP-el tercetak", "ready - collect_card "),
        ("CARD_ISSUED", "KTP-el tercetak", "ready - none "),
        ("DUPLICATE", "suket terbit", "ready_with_suket - none suket_without_recording"),
        ("DUPLICATE", "tidak ditemukan", "recording_failed 11 resolve_recording duplicate_recording"),
    ])
    func answersOfTheOffice(_ status: String, _ answer: String, _ line: String) {
        let others = [
            ("recordings", [["class": status]]), ("reply", [["answer": answer, "answered_on": "2018-03-01"]]),
        ]
        #expect(OnePerson.decided([:], others) == line)
    }

    static func given(_ role: String, _ cells: [String: String]...) -> [(String, [[String: String]])] {
        [nobodys, (role, cells)]
    }

    /// Requirements: fails, holds, undetermined.
    @Test(
        arguments: [
            (["nik": "123"], given("deaths", [:]), "unverified 12 verify_identity nik_length"),
            ([:], given("deaths", [:]), "ineligible 1 none deceased"),
            ([:], given("deaths", ["date": "2018-03-24"]), notFound),
            ([:], given("moved", ["date": "x"]), "ineligible 4 none moved_away"),
            ([:], given("moved", ["destination": "BINJAI"]), "ineligible 4 none moved_away"),
            ([:], given("moved", ["destination": "12.71"]), "unrecorded 11 record moved_here;no_recording"),
            ([:], given("military", [:], ["institution": "polri"]), "ineligible 6 none military;police"),
            ([:], given("military", ["institution": "PNS"]), "unverified 12 verify_identity institution_unclear"),
            ([:], given("revoked", ["until": "2018-06-27"]), "ineligible 9 none revoked"),
            ([:], given("revoked", ["until": "00-00-0000"]), "ineligible 9 none revoked"),
            ([:], given("revoked", ["until": "2018-06-26"]), notFound),
            ([:], given("revoked", ["until": "?"]), "unverified 12 verify_identity revocation_unclear"),
            ([:], given("revoked", ["until": "?"], [:]), "ineligible 9 none revoked"),
            (
                [:], given("field_findings", ["code": "8"], ["code": "5 x"], ["code": "11"]),
                "ineligible 5 none field_finding"
            ),
            ([:], given("field_findings", ["code": "2"]), "ineligible 2 none field_finding"),
            ([:], given("field_findings", ["code": "GANDA"]), "unverified 12 verify_identity finding_unclear"),
            ([:], given("field_findings", ["code": "GANDA"], ["code": "3"]), "ineligible 3 none field_finding"),
            (["citizenship": "WNA"], given("impaired", [:]), "ineligible 8 none foreigner;impaired"),
            (["birth_date": ""], [nobodys], "unverified 12 verify_identity birth_date_missing"),
            (["birth_date": "", "marital_status": "S"], [nobodys], notFound),
            (
                ["birth_date": "30-02-1990"], [nobodys],
                "unverified 12 verify_identity birth_date_invalid;birth_date_missing"
            ),
            (
                ["birth_date": "17-08-1890", "marital_status": "P"], [nobodys],
                "unrecorded 11 record birth_date_implausible;no_recording"
            ),
            (
                ["birth_date": "28-06-2001", "nik": "1271902806010001"],
                given("suket", ["nik": "1271902806010001"]), "ineligible 3 none underage"
            ),
            (
                ["birth_date": "28-06-2001", "nik": "1271902806010001", "marital_status": "?"], [nobodys],
                "unverified 12 verify_identity marital_status_missing"
            ),
            (
                ["birth_date": "27-06-2001", "nik": "1271902706010001"], [nobodys],
                "unrecorded 11 record first_time;no_recording"
            ),
            (
                ["birth_date": "27-06-2010", "nik": "1271902706100001", "marital_status": "S"], [nobodys],
                "unrecorded 11 record married_child;no_recording"
            ),
            (
                ["birth_date": "05-01-2002", "nik": "1271900501020001"],
                recordings(["nik": "1271900501020001", "class": "CETAK"]), "ineligible 3 none card_under_age;underage"
            ),
            (["region": "3201901001"], [nobodys], "unrecorded 11 record nik_region_differs;no_recording"),
            (["sex": "P"], [nobodys], "unrecorded 11 record nik_sex_differs;no_recording"),
            (["birth_date": "18-08-1990"], [nobodys], "unrecorded 11 record nik_birth_date_differs;no_recording"),
        ] as [Case])
    func requirements(_ changes: [String: String], _ others: [(String, [[String: String]])], _ line: String) {
        #expect(OnePerson.decided(changes, others) == line)
    }

    @Test func aRevokedListWithoutItsColumnIsUnclear() {
        let others = DecisionTests.given("revoked", [:])
        let line = OnePerson.decided([:], others, without: ["until"])
        #expect(line == "unverified 12 verify_identity revocation_unclear")
    }

    /// Recorded after the death: the same day and an undated death row still strike.
    @Test(arguments: [
        ("2016-01-01", "2017-06-01", "CARD_ISSUED", "unverified 12 verify_identity recorded_after_death"),
        ("2017-06-01", "2017-06-01", "CARD_ISSUED", "ineligible 1 none deceased"),
        ("", "2017-06-01", "CARD_ISSUED", "ineligible 1 none deceased"),
        ("2016-01-01", "", "CARD_ISSUED", "ineligible 1 none deceased"),
        ("2016-01-01", "2017-06-01", "BELUM_REKAM", "ineligible 1 none deceased"),
    ])
    func recordedAfterDeath(_ died: String, _ recorded: String, _ status: String, _ line: String) {
        let others = [("recordings", [["class": status, "recorded_on": recorded]]), ("deaths", [["date": died]])]
        #expect(OnePerson.decided([:], others) == line)
    }

    @Test(arguments: [
        ("Agus Santoso", "01-01-1960", "ready - none row_of_another"), ("Agus Santoso", "17-08-1990", struck),
        ("Buddi Siregar", "01-01-1960", struck), ("-", "01-01-1960", struck), ("Agus Santoso", "", struck),
        ("Agus Santoso", "30-02-1990", struck), ("SIREGAR", "01-01-1960", struck),
    ])
    func rowsOfAnother(_ name: String, _ birth: String, _ line: String) {
        let others = [
            ("recordings", [["class": "CARD_ISSUED"]]), ("deaths", [["name": name, "birth_date": birth]]),
        ]
        #expect(OnePerson.decided([:], others) == line)
    }

    static let struck = "ineligible 1 none deceased"

    @Test func dayAndMonthSwappedIsTheSameDate() {
        let others = [("deaths", [["name": "Agus Santoso", "birth_date": "07-08-1990"]])]
        #expect(OnePerson.decided(["birth_date": "08-07-1990"], others).hasPrefix("ineligible 1"))
    }
}
