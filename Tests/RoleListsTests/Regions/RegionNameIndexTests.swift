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

    private func region(_ names: [String?], in given: String = "", _ tables: [[String: String]] = [table]) -> String? {
        RegionNameIndex(tables).region(
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
        #expect(region(["KOTA MEDAN", "SATU"], "", [Self.table, ["1271902009": "X"]]) == "127190")
        var table = Self.table
        table["127192"] = "SATU"
        #expect(region(["KOTA MEDAN", "SATU"], "", [table]) == nil)
        #expect(region(["TOBA", "SATU"], "", [table]) == "121290")
    }

    /// A further table adds names to regions; the old ones are known too.
    @Test func tablesAddToEachOther() {
        let tables = [Self.table, ["1271": "MEDAN", "127190": "SATU BARU"]]
        #expect(region(["MEDAN", "SATU BARU"], "", tables) == "127190")
        #expect(region(["KOTA MEDAN", "SATU"], "", tables) == "127190")
    }

    private func region(_ names: [String?], _ given: String, _ tables: [[String: String]]) -> String? {
        region(names, in: given, tables)
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
