import Testing

/// The second reading of single cells, on cases written by hand from the contract.
@Suite struct NIKAndDateTests {
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
        "17|08|1990", "17-08-1990", "17/08/1990", "17.08.1990", "1990-08-17", "1990-08-17 00:00:00",
        "1990-08-17T07:00:00", "17 Agustus 1990", "17-Agu-1990", "17 Agt 1990", "17/8/1990", "17/08/1990 00:00:00",
        "17/08/1990 0:00", "17.08.1990 00.00", "17 Agustus 1990 09:15", "17-08-1990 07:30:00 AM",
        "1990-08-17 01:00 PM", "1990-08-17T00:00:00Z", "1990-08-17T00:00:00+07:00", " 17-08-1990 ",
    ])
    func readableDates(_ text: String) {
        #expect(DateCell(text) == .day(Day("1990-08-17")))
    }

    @Test(arguments: [
        ("29-02-2000", "2000-02-29"), ("1 Pebruari 1988", "1988-02-01"), ("3-Nopember-1988", "1988-11-03"),
        ("1-2-2001", "2001-02-01"),
    ])
    func otherDates(_ text: String, _ day: String) {
        #expect(DateCell(text) == .day(Day(day)))
    }

    @Test(arguments: [
        "30-02-1990", "17-08-90", "#VALUE!", "29-02-1900", "31/04/1980", "1990", "08/1990", "1990/08/17",
        "17-08-1990 pagi", "17 Agustus", "2018-13-01", "13/13/1990",
    ])
    func unreadableDates(_ text: String) {
        #expect(DateCell(text) == .unreadable)
    }

    @Test(arguments: [
        "", "  ", "-", "0", "00|00|0000", "00-00-0000", "0000-00-00", "0/0/0", "00.00.0000", "00-00-0000 00:00:00",
        "00000000",
    ])
    func missingDates(_ text: String) {
        #expect(DateCell(text) == .empty)
    }

    @Test func agesAreInclusiveOfTheBirthday() {
        #expect(Day("2001-06-27").age(on: Day("2018-06-27")) == 17)
        #expect(Day("2001-06-28").age(on: Day("2018-06-27")) == 16)
        #expect(Day("2000-02-29").age(on: Day("2017-02-28")) == 16)
        #expect(Day("2000-02-29").age(on: Day("2017-03-01")) == 17)
        #expect(Day("2000-02-29").age(on: Day("2020-02-29")) == 20)
    }

    @Test(arguments: [("2018-06-27", "2018-06-25"), ("2018-06-25", "2018-06-25"), ("2000-01-02", "1999-12-27")])
    func weeksBeginOnMonday(_ day: String, _ monday: String) {
        #expect(Day(day).monday == Day(monday))
    }
}
