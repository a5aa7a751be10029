import Civil
import Testing

@Suite struct NIKTests {
    @Test func groupsOfDigits() throws {
        let nik = try #require(NIK(digits: 1_271_905_708_900_012))
        #expect(nik.province == 12 && nik.regency == 71 && nik.provinceAndRegency == 1271 && nik.district == 90)
        #expect(nik.dayCode == 57 && nik.day == 17 && nik.isFemale && nik.month == 8 && nik.year == 90)
        #expect(nik.serial == 12)
        var bytes: [UInt8] = []
        nik.append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "1271905708900012")
        #expect(NIK(digits: 10_000_000_000_000_000) == nil)
    }

    @Test(arguments: [
        "1271901708900001", " 1271901708900001 ", "\t1271901708900001", "\u{A0}1271901708900001\u{A0}",
        "\u{FEFF}1271901708900001", "1271901708900001\u{200B}", "'1271901708900001", "' 1271901708900001",
        "=\"1271901708900001\"", "'=\"1271901708900001\"", " =\"1271901708900001\" ", "=\"'1271901708900001\"",
        "127190.170890.0001", "1271 9017 0890 0001", "1271-9017-0890-0001", "12.71.90.170890.0001",
        "1271 - 901708900001",
        "1.271.901.708.900.001", "1271901708900001.0", "1271\u{A0}901708900001", "1271901708\u{200B}900001",
        "127190.170890.0001.0", "'1271901708900001.0", "1271\u{2010}901708900001",
    ])
    func cleaningLosesNothing(text: String) throws {
        let expected = try #require(NIK(digits: 1_271_901_708_900_001))
        #expect(withBytes(text) { NIK.read($0) } == .value(expected))
    }

    @Test(arguments: [
        // Empty.
        ("", NIKFinding.empty), ("   ", .empty), ("\u{A0}\u{200B}", .empty), ("-", .empty), (" - ", .empty),
        ("0", .empty),
        ("null", .empty), ("NULL", .empty), ("nil", .empty), ("Nil", .empty), ("#N/A", .empty), ("#n/a", .empty),
        ("'", .empty), ("'-", .empty), ("=\"\"", .empty), ("=\"0\"", .empty),
        // Masked.
        ("127190**********", .masked), ("127*********", .masked), ("****", .masked), ("127190xxxxxxxxxx", .masked),
        ("127190XXXXXXXXXX", .masked), ("1271xx", .masked), ("1271.90xx.xxxx.xxxx", .masked), ("ABC*", .masked),
        ("1.27E+15*", .masked), ("'127190**********", .masked),
        // Damaged.
        ("1.27E+15", .damaged), ("1,27E+15", .damaged), ("1.271901708E+15", .damaged), ("1E15", .damaged),
        ("1.27e+15", .damaged), (" 1.27E+15 ", .damaged), ("'1,27E+15", .damaged), ("1.27190170890001E+15", .damaged),
        // Other characters.
        ("127190170890000A", .characters), ("ABC", .characters), ("N/A", .characters), ("--", .characters),
        ("xxxx", .characters), ("\u{FF11}271901708900001", .characters), ("1271.0190.01", .characters),
        ("127190170890001.0", .characters), ("-1271901708900001", .characters), ("1271901708900001-", .characters),
        (".1271901708900001", .characters), ("1271901708900001.", .characters), ("1271901708900001.00", .characters),
        ("1271901708900001,0", .characters), ("1.27E+", .characters),
        ("E+15", .characters), ("1271/901708900001", .characters), ("=1271901708900001", .characters),
        ("127190170890000\u{0661}", .characters), ("1271901708900001\u{0}", .characters), ("#REF!", .characters),
        // Length.
        ("1", .length), ("00", .length), ("127190170890001", .length), ("12719017089000011", .length),
        ("99999999999999999999999999999999999999", .length), ("'127190170890001", .length),
        // Placeholder.
        ("0000000000000000", .placeholder), ("1111111111111111", .placeholder), ("9999999999999999", .placeholder),
        ("0000 0000 0000 0000", .placeholder),
        // Region.
        ("0071901708900001", .region), ("1200901708900001", .region), ("1271001708900001", .region),
        ("0000000000000001", .region),
        // Date.
        ("1271903202900001", .date), ("1271900008900001", .date), ("1271900013900001", .date),
        ("1271901700900001", .date), ("1271901713900001", .date), ("1271904008900001", .date),
        ("1271907208900001", .date), ("1271903104900001", .date), ("1271907104900001", .date),
        ("1271903002000001", .date), ("1271902902010001", .date), ("1271906902990001", .date),
        ("1271908008900001", .date),
        ("1271900000000000", .date),
        // Serial.
        ("1271901708900000", .serial), ("1271902902000000", .serial),
    ])
    func findings(text: String, finding: NIKFinding) {
        #expect(withBytes(text) { NIK.read($0) } == .finding(finding))
    }

    @Test(arguments: [
        "1271902902000001", "1271902902040001", "1271906902000001", "1271903112990001", "1271907112990001",
        "1271904108900001", "1271900101000001", "9171900101000001",
    ])
    func soundNIKs(text: String) throws {
        let expected = try #require(UInt64(text).flatMap { NIK(digits: $0) })
        #expect(withBytes(text) { NIK.read($0) } == .value(expected))
    }

    @Test func identifiersStandInTheOrderOfExamination() {
        #expect(
            NIKFinding.allCases.map(\.id) == [
                "nik_empty", "nik_masked", "nik_damaged", "nik_characters", "nik_length", "nik_placeholder",
                "nik_region", "nik_date", "nik_serial",
            ])
        #expect(NIKFinding.allCases.map(\.rawValue) == Array(1...9))
    }

    @Test func everyDayOfTwoCenturiesIsADateForBothSexes() {
        var serial: UInt64 = 0
        for number in stride(from: Int32(-25_567), through: 47_481, by: 1) {
            let parts = CivilDate(dayNumber: number).components
            serial = serial % 9999 + 1
            for day in [parts.day, parts.day + 40] {
                let text = 127_190 * 10_000_000_000 as UInt64
                let date = UInt64(day * 10_000 + parts.month * 100 + (parts.year % 100)) * 10_000
                #expect(NIK.check(text + date + serial) == nil)
            }
        }
        #expect(NIK.check(.max) == .length)
    }

    @Test func cleaningTwiceIsCleaningOnce() {
        var dice = Dice(seed: 11)
        for _ in 0..<20_000 {
            let cell = dice.cell()
            guard case .value(let nik) = NIK.read(cell.span) else { continue }
            var printed: [UInt8] = []
            nik.append(to: &printed)
            #expect(NIK.read(printed.span) == .value(nik))
        }
        for text in ["1271 9017 0890 0001", "'=\"1271901708900001\""] {
            guard case .value(let nik) = withBytes(text, { NIK.read($0) }) else { continue }
            var printed: [UInt8] = []
            nik.append(to: &printed)
            #expect(NIK.read(printed.span) == .value(nik))
        }
    }

    @Test func batchesAgreeWithSingleCells() {
        var dice = Dice(seed: 5)
        var text: [UInt8] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        var expected: [NIKReading] = []
        for index in 0..<5000 {
            let cell = index % 2 == 0 ? dice.cell() : Array("\(1_271_901_708_900_000 + index % 300)".utf8)
            starts.append(UInt32(text.count))
            text += cell
            ends.append(UInt32(text.count))
            expected.append(NIK.read(cell.span))
        }
        starts += [UInt32.max, 7, 5]
        ends += [UInt32.max, 3, UInt32.max]
        // Some were read before.
        var keys = starts.indices.map { index -> UInt64 in
            guard index < expected.count, index % 3 > 0, case .value(let nik) = expected[index] else { return 0 }
            return nik.value
        }
        var findings = [UInt8](repeating: 99, count: starts.count)
        var keySpan = keys.mutableSpan
        var findingSpan = findings.mutableSpan
        NIK.decode(text: text.span, starts: starts.span, ends: ends.span, keys: &keySpan, findings: &findingSpan)
        for (index, reading) in expected.enumerated() {
            switch reading {
            case .value(let nik): #expect(keys[index] == nik.value && findings[index] == 0)
            case .finding(let finding): #expect(keys[index] == 0 && findings[index] == finding.rawValue)
            }
        }
        #expect(findings.suffix(3).allSatisfy { $0 > 0 && $0 < 10 })
    }

    @Test func pairsWithinTheBoundsOfPlainOnesHaveNoFinding() {
        // Every day code, month and year, and serial numbers around those that are told apart.
        for bounds in NIK.plainPairs {
            for dayCode in bounds[3].joined() {
                for month in bounds[4].joined() {
                    for year in bounds[5].joined() where year % 7 < 2 {
                        for serial in [1, 10, 12, 99, 1101, 9999] {
                            let birth = (UInt64(dayCode) * 100 + UInt64(month)) * 100 + UInt64(year)
                            #expect(NIK.check(1_271_900_000_000_000 + birth * 10_000 + UInt64(serial)) == nil)
                        }
                    }
                }
            }
            #expect(!bounds[7].joined().contains(11) && !bounds[7].joined().contains(0))
            #expect(bounds.count == 8 && bounds[0..<3].allSatisfy { !$0.joined().contains(0) })
        }
    }

    @Test func cardNumbersNeedSixteenDigitsOnly() {
        #expect(withBytes("1271900000000000") { NKK.read($0) } == 1_271_900_000_000_000)
        #expect(withBytes("'1271 9000 0000 0000") { NKK.read($0) } == 1_271_900_000_000_000)
        #expect(withBytes("0000000000000000") { NKK.read($0) } == 0)
        for text in ["", "-", "127190", "127190**********", "1.27E+15", "12719000000000001"] {
            #expect(withBytes(text) { NKK.read($0) } == nil)
        }
    }
}

@Suite struct NIKWarningTests {
    private let woman = NIK(digits: 1_271_905_708_900_012)
    private let man = NIK(digits: 1_271_901_708_900_012)

    @Test(arguments: [("1271", false), ("1271901001", false), ("1272", true), ("12", false), ("", false)])
    func region(code: String, differs: Bool) throws {
        let region =
            switch withBytes(code, { RegionReading.read($0) }) {
            case .code(let code): code
            default: RegionCode.unknown
            }
        #expect(try #require(woman).differs(from: region) == differs)
    }

    @Test(arguments: [
        ("1990-08-17", false), ("1890-08-17", false), ("1990-08-18", true), ("1990-07-17", true), ("1991-08-17", true),
    ])
    func birthDate(date: String, differs: Bool) throws {
        let day = try #require(CivilDate(iso: date))
        #expect(try #require(woman).differs(fromBirthDate: day) == differs)
        #expect(try #require(man).differs(fromBirthDate: day) == differs)
    }

    @Test func sex() throws {
        #expect(try !#require(woman).differs(fromFemale: true) && #require(woman).differs(fromFemale: false))
        #expect(try #require(man).differs(fromFemale: true) && !#require(man).differs(fromFemale: false))
    }
}
