import Testing

/// The second reading itself, on cases written by hand from the contract.
@Suite struct OracleTests {
    @Test(
        arguments: [
            ("1271905508900001", nil), (" 1271905508900001\u{A0}", nil), ("'1271905508900001", nil),
            ("=\"1271905508900001\"", nil), ("1271.90.550890.0001", nil), ("127190 550890 0001", nil),
            ("1271905508900001.0", nil), ("\u{FEFF}1271905508900001", nil), ("1271902902000001", nil),
            ("", "nik_empty"), ("-", "nik_empty"), ("0", "nik_empty"), ("null", "nik_empty"), ("nil", "nik_empty"),
            ("#N/A", "nik_empty"), ("127190******0001", "nik_masked"), ("127190XXXXXX0001", "nik_masked"),
            ("1.27E+15", "nik_damaged"), ("1,27E+15", "nik_damaged"), ("12719O5508900001", "nik_characters"),
            ("1271-905508-900001", nil), ("1271-905508-90001", "nik_characters"), ("127190550890001", "nik_length"),
            ("12719055089000011", "nik_length"), ("0000000000000000", "nik_placeholder"),
            ("7777777777777777", "nik_placeholder"), ("0071905508900001", "nik_region"),
            ("1200905508900001", "nik_region"), ("1271005508900001", "nik_region"), ("1271907208900001", "nik_date"),
            ("1271904008900001", "nik_date"), ("1271902902010001", "nik_date"), ("1271900013900001", "nik_date"),
            ("1271905508900000", "nik_serial"),
        ] as [(String, String?)])
    func nikFindings(_ text: String, _ finding: String?) {
        #expect(NIKReading(text).finding == finding)
    }

    @Test(arguments: [
        ("17|08|1990", "1990-08-17"), ("17-08-1990", "1990-08-17"), ("17/08/1990", "1990-08-17"),
        ("17.08.1990", "1990-08-17"), ("1990-08-17", "1990-08-17"), ("1990-08-17 00:00:00", "1990-08-17"),
        ("1990-08-17T07:00:00", "1990-08-17"), ("17 Agustus 1990", "1990-08-17"), ("17-Agu-1990", "1990-08-17"),
        ("29-02-2000", "2000-02-29"),
    ])
    func readableDates(_ text: String, _ day: String) {
        #expect(DateCell(text) == .day(Day(day)))
    }

    @Test(arguments: ["30-02-1990", "00|00|0000", "17-08-90", "#VALUE!", "29-02-1900", "-", "31/04/1980", "1990"])
    func unreadableDates(_ text: String) {
        #expect(DateCell(text) == .unreadable)
        #expect(DateCell("  ") == .empty)
    }

    @Test func agesAreInclusiveOfTheBirthday() {
        #expect(Day("2001-06-27").age(on: Day("2018-06-27")) == 17)
        #expect(Day("2001-06-28").age(on: Day("2018-06-27")) == 16)
        #expect(Day("2000-02-29").age(on: Day("2017-02-28")) == 16)
        #expect(Day("2000-02-29").age(on: Day("2017-03-01")) == 17)
        #expect(Day("2000-02-29").age(on: Day("2020-02-29")) == 20)
    }

    @Test func regionsAreJoinedFromTheirParts() {
        #expect(RegionReading.region(of: ["region": "12.71.90.1001"], standingFor: nil) == "1271901001")
        #expect(RegionReading.region(of: ["region": "127190100"], standingFor: "12") == "")
        #expect(RegionReading.region(of: ["region": " "], standingFor: "12") == "12")
        let parts = ["region_province": "12", "region_regency": "7", "region_district": "90", "region_village": "1"]
        #expect(RegionReading.region(of: parts, standingFor: nil) == "1207900001")
    }

    // A person of 27 on the polling day of 2018, without any damage.
    static let plain = [
        "nkk": "1271900101120001", "nik": "1271901708900001", "name": "Budi Siregar", "birth_place": "Medan",
        "birth_date": "17-08-1990", "marital_status": "B", "sex": "L", "address": "Jl. Merdeka", "rt": "001",
        "rw": "002", "disability": "", "region": "1271901001", "tps": "1", "citizenship": "WNI",
    ]

    static func decide(
        _ changes: [String: String], others: [(String, [[String: String]])] = [], asOf: String = "2017-11-18"
    ) -> Decision? {
        decideAll([plain.merging(changes) { $1 }], others: others, asOf: asOf).first
    }

    static func decideAll(
        _ people: [[String: String]], others: [(String, [[String: String]])] = [], asOf: String = "2017-11-18"
    ) -> [Decision] {
        let files = ([("population", people)] + others).map { role, rows in
            let rows = rows.enumerated().map { place, cells in
                ListRow(row: place + 2, cells: ["nik": plain["nik"] ?? ""].merging(cells) { $1 })
            }
            return ListFile(role: role, list: role + ".csv", columns: [], rows: rows)
        }
        return CheckResult(CheckInput(election: .pilkada2018, asOf: Day(asOf), files: files)).decisions
    }

    @Test(
        arguments: [
            ([:], [], "unrecorded 11 record no_recording"),
            ([:], [("recordings", [["class": "CARD_ISSUED"]])], "ready - none "),
            ([:], [("recordings", [["class": "CETAK"]])], "ready - collect_card "),
            ([:], [("recordings", [["class": "PRR"]])], "awaiting_card 11 issue_suket "),
            ([:], [("recordings", [["class": "SENT FOR\nCARD PRINTING"]])], "awaiting_card 11 issue_suket "),
            (
                [:], [("recordings", [["class": "ADJUDICATE RECORD"]])],
                "recording_failed 11 resolve_recording disputed_recording"
            ),
            (
                [:], [("recordings", [["class": "DUPLICATE"]])],
                "recording_failed 11 resolve_recording duplicate_recording"
            ),
            (
                [:], [("recordings", [["class": "search_failure_at_central"]])],
                "recording_failed 11 record_again enrol_failed"
            ),
            ([:], [("recordings", [["class": "BELUM_WAJIB"]])], "unrecorded 11 record not_enrolled"),
            ([:], [("recordings", [["class": ""]])], "unverified 12 verify_identity status_unknown"),
            ([:], [("recordings", [["class": "??"]]), ("suket", [[:]])], "ready_with_suket - none status_unknown"),
            (
                [:], [("recordings", [["class": "CETAK", "recorded_on": "19-11-2017"]])],
                "unrecorded 11 record no_recording"
            ),
            (
                [:],
                [
                    (
                        "recordings",
                        [["class": "CETAK", "recorded_on": "x"], ["class": "BELUM", "recorded_on": "01-01-2012"]]
                    )
                ],
                "unrecorded 11 record not_enrolled"
            ),
            (
                [:],
                [
                    (
                        "recordings",
                        [
                            ["class": "BELUM", "recorded_on": "01-01-2012"],
                            ["class": "PRR", "recorded_on": "2012-01-01"],
                        ]
                    )
                ],
                "awaiting_card 11 issue_suket "
            ),
            (["ktp_el": "S"], [], "unverified 12 verify_identity evidence_conflict"),
            (["ktp_el": "K"], [("suket", [[:]])], "ready_with_suket - none "),
            (["ktp_el": "B"], [], "unrecorded 11 record no_recording"),
            (["nik": "123"], [("deaths", [[:]])], "unverified 12 verify_identity nik_length"),
            ([:], [("deaths", [[:]])], "ineligible 1 none deceased"),
            ([:], [("deaths", [["date": "2018-01-01"]])], "unrecorded 11 record no_recording"),
            ([:], [("moved", [["date": "x"]])], "ineligible 4 none moved_away"),
            ([:], [("military", [[:], ["institution": "polri"]])], "ineligible 6 none military;police"),
            ([:], [("military", [["institution": "SATPAM"]])], "unrecorded 11 record no_recording"),
            ([:], [("revoked", [["until": "2018-06-27"]])], "ineligible 9 none revoked"),
            ([:], [("revoked", [["until": "2018-06-26"]])], "unrecorded 11 record no_recording"),
            ([:], [("revoked", [["until": "?"]])], "unverified 12 verify_identity revocation_unclear"),
            (
                [:], [("field_findings", [["code": "8"], ["code": "5"], ["code": "11"]])],
                "ineligible 5 none field_finding"
            ),
            (["citizenship": "WNA"], [("impaired", [[:]])], "ineligible 8 none foreigner;impaired"),
            ([:], [("reply", [["answer": "suket terbit"]])], "ready_with_suket - none "),
            ([:], [("reply", [["answer": "SUDAH_REKAM"]])], "awaiting_card 11 issue_suket "),
            ([:], [("reply", [["answer": "lain"]])], "unrecorded 11 record no_recording"),
            (["birth_date": ""], [], "unverified 12 verify_identity birth_date_missing"),
            (["birth_date": "", "marital_status": "S"], [], "unrecorded 11 record no_recording"),
            (
                ["birth_date": "30-02-1990"], [], "unverified 12 verify_identity birth_date_invalid;birth_date_missing"
            ),
            (
                ["birth_date": "17-08-1890", "marital_status": "P"], [],
                "unrecorded 11 record birth_date_implausible;no_recording"
            ),
            (
                ["birth_date": "28-06-2001", "nik": "1271902806010001"], [("suket", [["nik": "1271902806010001"]])],
                "ineligible 3 none underage"
            ),
            (
                ["birth_date": "28-06-2001", "nik": "1271902806010001", "marital_status": "?"], [],
                "unverified 12 verify_identity marital_status_missing"
            ),
            (
                ["birth_date": "27-06-2001", "nik": "1271902706010001"], [],
                "unrecorded 11 record first_time;no_recording"
            ),
            (["region": "3201901001"], [], "unrecorded 11 record nik_region_differs;no_recording"),
            (["sex": "P"], [], "unrecorded 11 record nik_sex_differs;no_recording"),
            (["birth_date": "18-08-1990"], [], "unrecorded 11 record nik_birth_date_differs;no_recording"),
        ] as [([String: String], [(String, [[String: String]])], String)])
    func onePerson(_ changes: [String: String], _ others: [(String, [[String: String]])], _ expected: String) throws {
        let decision = try #require(OracleTests.decide(changes, others: others))
        let code = decision.kpuCode.map(String.init) ?? "-"
        let reasons = decision.reasons.joined(separator: ";")
        #expect("\(decision.outcome) \(code) \(decision.nextStep) \(reasons)" == expected)
    }

    @Test(arguments: [
        ([:], "duplicate_k1"), (["rt": "1", "name": "BUDI  siregar", "birth_date": "1990-08-17"], "duplicate_k1"),
        (["nkk": "1271900101120002"], "duplicate_k2"), (["marital_status": "S"], "duplicate_k2"),
        (["disability": "2"], "duplicate_k2"), (["rw": "3"], "duplicate_k3"), (["address": ""], "duplicate_k3"),
        (["birth_place": "Sibolga"], "duplicate_k4"), (["sex": "?"], "duplicate_k4"), (["name": "Budi"], "nik_shared"),
        (["birth_date": "18-08-1990"], "nik_shared"),
    ])
    func equalNIKs(_ changes: [String: String], _ reason: String) {
        let both = OracleTests.decideAll([OracleTests.plain, OracleTests.plain.merging(changes) { $1 }])
        #expect(both.last?.reasons.contains(reason) == true)
        #expect(both.first?.reasons.contains(reason) == (reason == "nik_shared"))
    }

    @Test func aFamilyCardIsNeededForTheFirstClass() {
        let cardless = OracleTests.plain.merging(["nkk": ""]) { $1 }
        #expect(OracleTests.decideAll([cardless, cardless]).last?.reasons.contains("duplicate_k2") == true)
    }

    @Test func theStrongestClassWithAnyEarlierRowStands() {
        let moved = OracleTests.plain.merging(["birth_place": "Sibolga"]) { $1 }
        let marks = OracleTests.decideAll([OracleTests.plain, moved, OracleTests.plain]).map { decision in
            decision.reasons.filter { $0.hasPrefix("duplicate") }.joined()
        }
        #expect(marks == ["", "duplicate_k4", "duplicate_k1"])
    }
}
