import Civil
import Testing

@testable import RoleLists

/// Names inside their parents.
@Suite struct RegionNameIndexTests {
    private static let table = [
        "12": "SUMATERA UTARA", "1271": "KOTA MEDAN", "1212": "TOBA", "13": "SUMATERA BARAT", "1371": "KOTA PADANG",
        "127190": "SATU", "127191": "DUA", "121290": "SATU", "1271901001": "MEKAR", "1271902001": "KEMBAR",
        "1271902002": "KEMBAR",
    ]

    private static let kinds = [
        ["KAB", "KABUPATEN"], ["KOTA"], ["KEC", "KECAMATAN"], ["DESA"], ["KEL", "KELURAHAN"],
    ]

    private func region(_ names: [String?], in given: String = "", _ table: [String: String] = table) -> String? {
        RegionNameIndex(table, kinds: Self.kinds).region(
            names.map { $0.map { NormalForm.of(Array($0.utf8).span) } },
            in: RegionCode(digits: UInt64(given) ?? 0, length: given.utf8.count) ?? .unknown)?.description
    }

    @Test(
        arguments: [
            (["KOTA MEDAN"], "", "1271"), (["kota  medan"], "", "1271"), (["KOTA MEDAN", "SATU"], "", "127190"),
            (["TOBA", "SATU"], "", "121290"), (["KOTA MEDAN", "SATU", "MEKAR"], "", "1271901001"),
            (["KOTA MEDAN", "DUA", "MEKAR"], "", nil), (["KOTA MEDAN", "TIGA"], "", nil), (["ENTAH"], "", nil),
            ([nil, "SATU"], "1271", "127190"), ([nil, "SATU"], "1212", "121290"), ([nil, "SATU"], "", nil),
            ([nil, "SATU"], "12", nil), (["KOTA PADANG"], "12", nil), (["KOTA MEDAN"], "12", "1271"),
            (["KOTA MEDAN", "", "MEKAR"], "", "1271"), ([nil, nil, "MEKAR"], "127190", "1271901001"),
        ] as [([String?], String, String?)])
    func namesAreLookedForInsideTheirParent(names: [String?], given: String, code: String?) {
        #expect(region(names, in: given) == code)
    }

    /// Two of one parent with one name: neither is meant.
    @Test func aNameOfTwoRegionsFindsNeither() {
        #expect(region(["KOTA MEDAN", "SATU"]) == "127190")
        var table = Self.table
        table["127192"] = "SATU"
        #expect(region(["KOTA MEDAN", "SATU"], table) == nil)
        #expect(region(["TOBA", "SATU"], table) == "121290")
    }

    private static let alike = [
        "3216": "KAB. BEKASI", "3275": "KOTA BEKASI", "321601": "Kota Pinang", "321602": "Pinang", "321603": "Kec.Baru",
        "3216011001": "KELURAHAN MAJU", "3216012001": "DESA MAJU", "3216012002": "Desa", "3216012003": "Kota Lama",
    ]

    /// KAB, KOTA, DESA before a name is nothing, on either side, unless it alone tells two regions apart.
    @Test(
        arguments: [
            (["MEDAN"], "1271"), (["KAB. MEDAN"], "1271"), (["KOTA TOBA"], "1212"), (["kab.toba"], "1212"),
            (["KABUPATEN  TOBA", "KECAMATAN SATU"], "121290"),
            (["KOTA MEDAN", "KEC.SATU", "KEL. MEKAR"], "1271901001"),
            (["KABUPATEN"], nil), (["KAB."], nil),
        ] as [([String], String?)])
    func theKindOfRegionIsDropped(names: [String], code: String?) {
        #expect(region(names) == code)
    }

    @Test(
        arguments: [
            (["BEKASI"], nil), (["KAB BEKASI"], "3216"), (["KABUPATEN BEKASI"], "3216"), (["KOTA BEKASI"], "3275"),
            (["DESA BEKASI"], nil), (["KAB BEKASI", "PINANG"], "321602"), (["KAB BEKASI", "KOTA PINANG"], "321601"),
            (["KAB BEKASI", "KEC PINANG"], nil), (["KAB BEKASI", "BARU"], "321603"),
            (["KAB BEKASI", "KOTA PINANG", "MAJU"], nil), (["KAB BEKASI", "KOTA PINANG", "KEL MAJU"], "3216011001"),
            (["KAB BEKASI", "KOTA PINANG", "DESA. MAJU"], "3216012001"),
            (["KAB BEKASI", "KOTA PINANG", "DESA"], "3216012002"),
            (["KAB BEKASI", "KOTA PINANG", "LAMA"], "3216012003"),
        ] as [([String], String?)])
    func theKindTellsApartWhatItAloneTells(names: [String], code: String?) {
        #expect(region(names, Self.alike) == code)
    }

    private func region(_ names: [String?], _ table: [String: String]) -> String? { region(names, in: "", table) }

    /// Names of Nias have apostrophes, and every office writes another one.
    @Test(arguments: ["LASARA TANOSE'O", "Lasara Tanose\u{2019}o", "LASARA TANOSE`O", "Desa Lasara Tanose\u{2BC}o"])
    func everyApostropheIsOne(name: String) {
        let index = RegionNameIndex(
            ["1204": "Nias", "120405": "Gido", "1204052028": "Lasara Tanose'o"], kinds: Self.kinds,
            Apostrophes(["\u{2019}", "`", "\u{2BC}"]))
        let names = ["NIAS", "GIDO", name].map { index.form(of: Array($0.utf8).span) }
        #expect(index.region(names, in: .unknown)?.description == "1204052028")
    }
}

/// Tables of other codes are told by names that the rules are sure of.
@Suite struct RegionAnchorsTests {
    private static let anchors = ["1271": "MEDAN", "1212": "TOBA", "12": "SUMATERA UTARA", "1275": "BINJAI"]

    @Test(
        arguments: [
            ("1271", "MEDAN", nil), ("1271", "Kota Medan", nil), ("1271", "TOBA", "1212"),
            ("1271", "KAB. TOBA", "1212"),
            ("1271", "NAMA BARU", nil), ("1299", "TOBA", nil), ("12", "ACEH", nil), ("1271", "SETOBA", nil),
        ] as [(String, String, String?)])
    func anotherRegionsNameIsFound(code: String, name: String, other: String?) {
        #expect(RegionAnchors.other(than: code, called: name, Self.anchors) == other)
    }
}
