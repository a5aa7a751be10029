import Testing

@testable import RoleLists

/// Where a list says that somebody went.
@Suite struct RegionBearersTests {
    private static let bearers = RegionBearers(
        [
            "1275": "KOTA BINJAI", "120523": "Binjai", "1207": "Kab. Deli Serdang", "1206": "KARO",
            "1206902001": "Lau Si Gala-gala",
        ], kinds: [["KAB", "KABUPATEN"], ["KOTA"], ["KEC", "KECAMATAN"]])

    /// The word before a name counts only where it tells some of its bearers apart, with or without a dot or a blank.
    @Test(arguments: [
        ("Binjai", ["120523", "1275"]), ("KOTA BINJAI", ["1275"]), ("Kota. Binjai", ["1275"]),
        ("kota.binjai", ["1275"]),
        ("KEC. BINJAI", ["120523", "1275"]), ("KAB.KARO", ["1206"]), ("Kabupaten Karo", ["1206"]),
        ("DELI SERDANG", ["1207"]),
        ("12.06.90.2001", ["1206902001"]), ("1206.0", ["1206"]), ("lau  si gala-gala", ["1206902001"]), ("Medan", []),
        ("", []),
    ])
    func whoBearsAName(_ cell: String, _ codes: [String]) {
        #expect(Self.bearers.codes(of: Array(cell.utf8)) == codes)
    }
}
