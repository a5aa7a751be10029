import Civil
import Testing

@Suite struct NormalFormTests {
    @Test(arguments: [
        ("Siti Aminah", "SITI AMINAH"), ("  siti   aminah ", "SITI AMINAH"), ("siti\taminah", "SITI AMINAH"),
        ("siti\u{A0}aminah", "SITI AMINAH"), ("siti \u{A0} aminah\u{200B}", "SITI AMINAH"),
        ("\u{FEFF}siti\r\naminah", "SITI AMINAH"), ("si\u{200B}ti", "SITI"), ("josé", "JOSÉ"), ("straße", "STRASSE"),
        ("H. Abdul-Rahman, S.Pd", "H. ABDUL-RAHMAN, S.PD"), ("", ""), (" \u{3000} ", ""), ("e\u{301}", "\u{C9}"),
        ("jose\u{301} D’A", "JOSÉ D’A"),
    ])
    func textsInTheirNormalForm(text: String, form: String) {
        #expect(withBytes(text) { NormalForm.of($0) } == Array(form.utf8))
    }

    @Test(arguments: ["D'AMORE", "D\u{2019}amore", "d`amore", "D\u{B4}AMORE"])
    func everyApostropheIsOne(text: String) {
        let apostrophes = Apostrophes(["\u{2019}", "`", "\u{B4}"])
        #expect(withBytes(text) { NormalForm.of($0, apostrophes) } == Array("D'AMORE".utf8))
    }

    @Test func latinBytesAreRead() {
        let bytes: [UInt8] = [0x6A, 0xF6, 0xA0, 0x61]
        #expect(NormalForm.of(bytes.span) == Array("JÖ A".utf8))
    }

    @Test func theNormalFormIsItsOwn() {
        var dice = Dice(seed: 4)
        for _ in 0..<3000 {
            let once = NormalForm.of(dice.cell().span)
            #expect(NormalForm.of(once.span) == once)
        }
    }

    @Test func whatStandsBeforeIsKept() {
        let bytes: [UInt8] = Array("x josé".utf8)
        var form: [UInt8] = Array("Kept".utf8)
        NormalForm.append(bytes.span, from: 2, to: .max, to: &form)
        #expect(form == Array("KeptJOSÉ".utf8))
        NormalForm.append(bytes.span, from: 9, to: 3, to: &form)
        NormalForm.append(bytes.span, from: -5, to: 1, to: &form)
        #expect(form == Array("KeptJOSÉX".utf8))
    }

    @Test(
        arguments: [
            ("1", 1), ("001", 1), (" 12 ", 12), ("'007", 7), ("0", 0), ("2147483647", 2_147_483_647),
            ("2147483648", nil),
            ("", nil), ("-1", nil), ("1.0", 1), ("'2.0 ", 2), (".0", nil), ("1.00", nil), ("1,0", nil), ("RT 1", nil),
            ("99999999999999999999999", nil),
        ] as [(String, Int32?)])
    func wholeNumbers(text: String, number: Int32?) {
        #expect(withBytes(text) { WholeNumber.read($0) } == number)
    }
}
