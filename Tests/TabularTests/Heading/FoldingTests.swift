import Testing

@testable import Schema

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Tgl_Lahir.", "TGLLAHIR"), ("NO. KK", "NOKK"), ("KTP-el", "KTPEL"), ("L/P", "L/P"), ("NOMOR\nKK", "NOMORKK"),
        ("\u{FEFF}NIK", "NIK"), ("N\u{A0}I\u{200B}K", "NIK"), ("", ""), (" _-. ", ""), ("é", "É"), ("ß", "SS"),
    ])
    func headings(text: String, folded: String) {
        #expect(Folding.heading(text) == folded)
        #expect(Folding.heading(folded) == folded)
    }

    @Test(arguments: [
        ("SENT FOR\nCARD PRINTING", "SENT FOR CARD PRINTING"), ("sent_for-card  printing", "SENT FOR CARD PRINTING"),
        (" belum kawin ", "BELUM KAWIN"), ("LAKI-LAKI", "LAKI LAKI"), ("S.", "S."), ("\u{A0}", ""), ("_", ""),
        ("\u{FEFF}l", "L"),
    ])
    func codeWords(text: String, folded: String) {
        #expect(Folding.code(text) == folded)
        #expect(Folding.code(folded) == folded)
    }
}
