import Civil
import Testing

@Suite struct DateReadingTests {
    @Test(arguments: [
        "17|08|1990", "17-08-1990", "17/08/1990", "17.08.1990", "1990-08-17", "1990-08-17 00:00:00",
        "1990-08-17T00:00:00", "1990-08-17T07:30", "1990-08-17T00:00:00.000Z", "1990-08-17 00:00:00+07:00",
        "1990-08-17T00:00:00-0700", "1990-08-17  23:59:59", "17 Agustus 1990", "17-Agu-1990", "17 agustus 1990",
        "17 AGUSTUS 1990", "17/Agt/1990", "17.Agu.1990", "17-Aug-1990", "17 August 1990", "17   Agustus  1990",
        "17\u{A0}Agustus\u{A0}1990", "17|8|1990", "17-8-1990", "1990-8-17", "  17/08/1990  ",
        "17/08/1990 00:00:00", "17-08-1990 0:00", "17.08.1990 00.00", "17|08|1990 23:59:59.000", "17/8/1990 9:05 PM",
        "17/08/1990 12:00:00 am", "17 Agustus 1990 09:05 WIB", "17-Agu-1990, 9.05", "17/08/1990T09:05Z",
        "17/08/1990 09:05:00 +0700", "1990-08-17 09:05 GMT+7", "\u{FEFF}17/08/1990", "17/08/1990\u{200B}",
        "\u{A0}17-08-1990\u{A0}", "'17/08/1990", "=\"17/08/1990\"",
    ])
    func everyFormSays17August1990(text: String) throws {
        let expected = try #require(CivilDate(year: 1990, month: 8, day: 17))
        #expect(withBytes(text) { DateReading.read($0) } == .date(expected))
    }

    @Test(arguments: [
        "17/08/90", "17-Agu-90", "#VALUE!", "30/02/1990", "29/02/1990", "1990-02-30", "31|04|1990",
        "08/17/1990", "17/08-1990", "17-08 1990", "17 08 1990", "1990/08/17", "1990.08.17", "19900817", "33102",
        "17 Agustos 1990", "17 Agustus", "Agustus 1990", "17Agustus1990", "17 Agustus 1990 x", "17/08/1990x",
        "x17/08/1990", "17//08/1990", "17/08/19900", "117/08/1990", "17/008/1990", "0/08/1990", "17/0/1990",
        "17/08/0000", "1990-08-17T", "1990-08-17 x", "1990-08-17 25:00", "1990-08-17 10", "1990-08-17 10:60",
        "17/08/1990 pagi", "17/08/1990 09:5", "17/08/1990 09:05 x", "17/08/1990 25:00", "00/08/1990", "null",
        "\u{FF11}7/08/1990", "17|Agustus|1990", "17-Agu 1990", "1/2/3", "1990-08-171",
    ])
    func anythingElseIsUnreadable(text: String) {
        #expect(withBytes(text) { DateReading.read($0) } == .unreadable)
    }

    @Test(arguments: [
        "", " ", "   ", "\t", "\u{A0}", "\u{FEFF}", "\u{200B} \u{3000}", "'", "=\"\"", "-", "0", "00|00|0000",
        "0000-00-00",
        "00/00/0000", "00.00.0000", "00-00-0000 00:00:00", "00 00 0000", "0/0/0000", "00000000", "0000/00/00",
    ])
    func blankIsEmpty(text: String) {
        #expect(withBytes(text) { DateReading.read($0) } == .empty)
    }

    @Test(arguments: [
        ("17/08/1990", DateOrder.dayFirst), ("08/17/1990", .monthFirst), ("8-17-1990", .monthFirst),
        ("08/07/1990", nil),
        ("30/30/1990", nil), ("1990-08-17", nil), ("17 Agustus 1990", nil), ("17/08/90", nil), ("02/30/1990", nil),
        ("17/08/1990 00:00", .dayFirst), ("17/08-1990", nil),
    ])
    func theOrderIsToldWhereOneAloneFits(text: String, order: DateOrder?) {
        #expect(withBytes(text) { DateOrder.of($0, from: 0, to: $0.count) } == order)
    }

    @Test(arguments: [
        ("17/08/90", true), ("17 Agustus 90", true), ("17-08-1990 9:05 PM WIB", true), ("Medan, 17-08-1990", false),
        ("19630212 198603 1 004", true), ("tgl 17", false), ("é 1990", false),
    ])
    func wordsAreSeen(text: String, hasNone: Bool) {
        #expect(withBytes(text) { DateReading.hasNoWord($0) } == hasNone)
    }

    @Test func loneWindowsBlankIsBlank() throws {
        let expected = try #require(CivilDate(year: 1990, month: 8, day: 17))
        let bytes: [UInt8] = [0xA0] + Array("17/08/1990".utf8) + [0xA0]
        #expect(DateReading.read(bytes.span) == .date(expected))
    }

    @Test func everyMonthNameIsRead() throws {
        let names: [(Int, String)] = [
            (1, "Januari Jan"), (2, "Februari Feb Pebruari Peb"), (3, "Maret Mar"), (4, "April Apr"), (5, "Mei May"),
            (6, "Juni Jun"), (7, "Juli Jul"), (8, "Agustus Agu Agt Ags Aug"), (9, "September Sep Sept"),
            (10, "Oktober Okt Oct"), (11, "November Nov Nopember Nop"), (12, "Desember Des Dec"),
        ]
        for (month, words) in names {
            let expected = try #require(CivilDate(year: 2001, month: month, day: 3))
            for word in words.split(separator: " ") {
                #expect(withBytes("3 \(word) 2001") { DateReading.read($0) } == .date(expected))
                #expect(withBytes("03-\(word.uppercased())-2001") { DateReading.read($0) } == .date(expected))
            }
        }
    }

    @Test func anyRealDateReadsBackFromEveryForm() {
        var dice = Dice(seed: 8)
        for _ in 0..<3000 {
            let date = CivilDate(
                dayNumber: .random(in: CivilDate.earliest.dayNumber...CivilDate.latest.dayNumber, using: &dice))
            let parts = date.components
            let year = "\(parts.year)".padded(to: 4)
            for width in 1...2 {
                let day = "\(parts.day)".padded(to: width)
                let month = "\(parts.month)".padded(to: width)
                for separator in ["|", "-", "/", "."] {
                    let text = day + separator + month + separator + year
                    #expect(withBytes(text) { DateReading.read($0) } == .date(date))
                }
                #expect(withBytes("\(year)-\(month)-\(day)") { DateReading.read($0) } == .date(date))
            }
            #expect(CivilDate(iso: date.description) == date)
        }
    }

    @Test func anyBytesAreReadAndBatchesAgree() {
        var dice = Dice(seed: 3)
        var text: [UInt8] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        var expected: [DateReading] = []
        for _ in 0..<5000 {
            let cell = dice.cell()
            starts.append(UInt32(text.count))
            text += cell
            ends.append(UInt32(text.count))
            expected.append(DateReading.read(cell.span))
        }
        // Bounds outside the text are clamped.
        starts += [UInt32.max, 7, 5, UInt32(text.count)]
        ends += [UInt32.max, 3, UInt32.max, 0]
        var days = [Int32](repeating: 9, count: starts.count)
        var states = [UInt8](repeating: 9, count: starts.count)
        var daySpan = days.mutableSpan
        var stateSpan = states.mutableSpan
        // Some were read before.
        let read = starts.indices.map { index -> UInt64 in
            guard index < expected.count, index % 3 > 0, case .date(let date) = expected[index] else { return 0 }
            return UInt64(date.components.packed)
        }
        DateReading.decode(
            text: text.span, starts: starts.span, ends: ends.span, read: read.span, days: &daySpan, states: &stateSpan)
        for (index, reading) in expected.enumerated() {
            switch reading {
            case .empty: #expect(states[index] == 0 && days[index] == 0)
            case .date(let date): #expect(states[index] == 1 && days[index] == date.dayNumber)
            case .unreadable: #expect(states[index] == 2 && days[index] == 0)
            }
        }
        #expect(states.suffix(4) == [0, 0, 2, 0])

        // With the parts of each date beside its day.
        let (onlyDays, onlyStates) = (days, states)
        var parts = [UInt32](repeating: 9, count: starts.count)
        var partSpan = parts.mutableSpan
        daySpan = days.mutableSpan
        stateSpan = states.mutableSpan
        DateReading.decode(
            text: text.span, starts: starts.span, ends: ends.span, read: read.span, days: &daySpan, states: &stateSpan,
            parts: &partSpan)
        #expect(days == onlyDays && states == onlyStates)
        for index in states.indices {
            let date = CivilDate(dayNumber: days[index])
            #expect(parts[index] == (states[index] == 1 ? date.components.packed : 0))
            if states[index] == 1 { #expect(CivilDate.Components(packed: parts[index]) == date.components) }
        }
    }
}
