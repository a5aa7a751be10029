import Testing

/// Regions, findings, institutions, marks and destinations as the contract reads them.
@Suite struct CellTests {
    @Test func regionsAreJoinedFromTheirParts() {
        #expect(RegionReading.region(of: ["region": "12.71.90.1001"], standingFor: nil) == "1271901001")
        #expect(RegionReading.region(of: ["region": "127190.0"], standingFor: nil) == "127190")
        #expect(RegionReading.region(of: ["region": "127190100"], standingFor: "12") == "")
        #expect(RegionReading.region(of: ["region": " "], standingFor: "12") == "12")
        let parts = ["region_province": "12", "region_regency": "7", "region_district": "90", "region_village": "1"]
        #expect(RegionReading.region(of: parts, standingFor: nil) == "1207900001")
    }

    @Test(arguments: [
        ("1", FindingCell.code(1)), ("01", .code(1)), ("8 Hilang ingatan", .code(8)), ("1. MENINGGAL", .code(1)),
        ("3) di bawah umur", .code(3)), ("10", .code(10)), ("", .nothing), ("0", .nothing), ("-", .nothing),
        ("u", .nothing), ("B", .nothing), ("Ubah", .nothing), ("BARU", .nothing), ("11", .nothing),
        ("11 Belum KTP-el", .nothing), ("12.", .nothing), ("MENINGGAL", .unclear), ("GANDA", .unclear),
        ("TMS 1", .unclear), ("13", .unclear), ("99", .unclear), ("2,5", .unclear), ("8x", .unclear),
    ])
    func findings(_ text: String, _ finding: FindingCell) {
        #expect(FindingCell(text) == finding)
    }

    @Test(
        arguments: [
            (nil, .tni), ("", .tni), ("tni", .tni), ("TNI-AD", .tni), ("TNI Angkatan Udara", .tni),
            ("KODIM 0205", .tni), ("YONIF-125", .tni), ("POLRI", .polri), ("Kepolisian RI", .polri),
            ("BRIMOB", .polri), ("POLRES TANAH KARO", .polri), ("PNS", .unclear), ("SATPAM", .unclear),
            ("Purnawirawan TNI", .unclear),
        ] as [(String?, InstitutionCell)])
    func institutions(_ text: String?, _ institution: InstitutionCell) {
        #expect(InstitutionCell(text) == institution)
    }

    @Test(
        arguments: [
            ("B", .recording("unrecorded"), false), ("s", .suket, true), ("K", .recording("issued"), true),
            ("PRR", .recording("printable"), true), ("DUPLICATE", .recording("duplicate"), false), ("X", nil, false),
            ("", nil, false),
        ] as [(String, ListMark?, Bool)])
    func marks(_ text: String, _ mark: ListMark?, _ saysRecorded: Bool) {
        #expect(ListMark(text) == mark)
        #expect((ListMark(text)?.saysRecorded ?? false) == saysRecorded)
    }

    static let names = RegionNames([
        ("12", "Sumatera Utara"), ("1275", "Binjai"), ("120527", "Binjai"), ("1207", "Deli Serdang"),
        ("1204", "Nias"), ("1214", "Nias Selatan"), ("120790", "Mandala"), ("1207901001", "Mandala"),
    ])

    @Test(arguments: [
        ("1275", "1275901001", true), ("12.75.90", "1275901001", true), ("12", "1275901001", true),
        ("127590", "1275", false), ("1275", "", false), ("BINJAI", "1275901001", false), ("", "1275901001", false),
        ("kab. deli serdang", "120790", true), ("Nias", "1214901001", false), ("Sumatera  Utara", "1204", true),
        ("Mandala", "1207901001", true), ("Mandala", "1207901002", false), ("3201", "1275901001", false),
        ("Jakarta", "1275901001", false),
    ])
    func destinations(_ text: String, _ region: String, _ isHere: Bool) {
        #expect(CellTests.names.destination(text, contains: region) == isHere)
    }
}
