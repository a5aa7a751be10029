import Diagnostics
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("NAMA LENGKAP", "NAMA LENGKAP"), ("Ñandú – 名", "Ñandú – 名"), ("\u{1B}[2JNIK", "␛[2JNIK"),
        ("A\nB\r\tC\u{0}\u{7F}", "A␊B␍␉C␀␡"), ("NIK\u{202E}AMAN", "NIK<U+202E>AMAN"),
        ("N\u{200B}IK\u{FEFF}", "N<U+200B>IK<U+FEFF>"), ("\u{9B}31m", "<U+009B>31m"), ("\u{2028}", "<U+2028>"),
    ])
    func nothingHiddenStaysHidden(text: String, shown: String) {
        #expect(VisibleText.of(text) == shown)
    }
}
