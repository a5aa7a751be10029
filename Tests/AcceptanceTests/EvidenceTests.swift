import Testing

/// Whom lists strike, ready or leave open, as people see it: small lists, everybody's outcome and reasons.
@Suite(.enabled(if: Program.canCheck)) struct EvidenceTests {
    private static let people = """
        NKK,NIK,NAMA,TGL LAHIR,STATUS KAWIN,JENIS KELAMIN,KODE DESA,KTP-EL
        1206900101100001,1206901705800001,BUDI,17-05-1980,S,L,1206902001,K
        1206900101100001,1206901705800001,SITI,02-01-1975,S,P,1206902001,
        1206900101100002,1206901705800002,ANI,17-05-1980,S,L,1206902001,B
        1206900101100003,1206901705800003,ADI,17-05-1980,S,L,1206902001,S

        """
    private static let recordings = """
        NIK,STATUS,TANGGAL REKAM
        1206901705800001,CARD_ISSUED,2015-01-01
        1206901705800002,CARD_ISSUED,
        1206901705800002,BELUM_REKAM,2011-01-01
        1206901705800003,CARD_ISSUED,2014-01-01
        1206901705800003,BIO_CAPTURED,2017-01-01

        """
    private static let shared = "unverified nik_shared"
    private static let siti = "unverified nik_birth_date_differs;nik_sex_differs;nik_shared"
    private static let ani = "ready recording_contradicted"
    private static let adi = "ready_with_suket card_before;list_mark_only"

    private func decided(_ others: (String, String)...) async throws -> [String] {
        let check = try await OfficeCheck([("population", Self.people)] + others.map { (option: $0.0, text: $0.1) })
        return try check.persons().map { "\($0["outcome"] ?? "") \($0["reasons"] ?? "")" }
    }

    @Test func recordingsOnceMadeDoNotVanish() async throws {
        #expect(
            try await decided(("recordings", Self.recordings)) == [Self.shared, Self.siti, Self.ani, Self.adi])
    }

    /// Without recordings the list's own mark decides, and nobody is called unrecorded for want of a list.
    @Test func withoutRecordingsTheMarkDecides() async throws {
        #expect(
            try await decided() == [
                "unverified list_mark_only;nik_shared",
                "unverified nik_birth_date_differs;nik_sex_differs;nik_shared;no_recordings_list",
                "unrecorded list_mark_only;not_enrolled", "ready_with_suket list_mark_only",
            ])
    }

    /// A row that names one of those who share a NIK is that one's alone; any other strikes neither.
    @Test(arguments: [
        ("BUDI", "ineligible deceased;nik_shared", siti),
        ("Oloan", "unverified nik_shared;shared_nik_evidence", siti + ";shared_nik_evidence"),
    ])
    func aSharedNIKStrikesNobodyByAnother(_ name: String, _ first: String, _ second: String) async throws {
        let deaths = "NIK,NAMA,TANGGAL MENINGGAL\n1206901705800001,\(name),2018-01-01\n"
        let decided = try await decided(("recordings", Self.recordings), ("deaths", deaths))
        #expect(decided == [first, second, Self.ani, Self.adi])
    }

    @Test(arguments: [
        ("moved", "NIK,TANGGAL PINDAH\n1206901705800002,2017-01-01\n", "ineligible moved_away;recording_contradicted"),
        ("revoked", "NIK,TANGGAL PUTUSAN\n1206901705800002,2010-01-01\n", unsure("revocation_unclear")),
        ("revoked", "NIK,TANGGAL PUTUSAN,SAMPAI\n1206901705800002,2010-01-01,\n", struck("revoked")),
        ("military", "NIK,KESATUAN\n1206901705800002,KODIM 0205\n", "ineligible military;recording_contradicted"),
        (
            "military", "NIK,KESATUAN\n1206901705800002,Tni Angkatan Darat\n",
            "ineligible military;recording_contradicted"
        ),
        ("military", "NIK,KESATUAN\n1206901705800002,BRIMOB\n", "ineligible police;recording_contradicted"),
        ("military", "NIK,KESATUAN\n1206901705800002,PNS\n", "unverified institution_unclear;recording_contradicted"),
        (
            "field-findings", "NIK,KETERANGAN\n1206901705800002,MENINGGAL\n",
            "unverified finding_unclear;recording_contradicted"
        ),
        (
            "field-findings", "NIK,KETERANGAN\n1206901705800002,TMS 1\n",
            "unverified finding_unclear;recording_contradicted"
        ),
        (
            "field-findings", "NIK,KETERANGAN\n1206901705800002,8. Hilang ingatan\n",
            "ineligible field_finding;recording_contradicted"
        ),
        ("field-findings", "NIK,KETERANGAN\n1206901705800002,11 Belum KTP-el\n", ani),
    ])
    func whatARowSays(_ role: String, _ list: String, _ line: String) async throws {
        #expect(try await decided(("recordings", Self.recordings), (role, list))[2] == line)
    }

    private static func unsure(_ reason: String) -> String { "unverified recording_contradicted;\(reason)" }

    private static func struck(_ reason: String) -> String { "ineligible recording_contradicted;\(reason)" }

    /// Whoever recorded, or was given a suket, after the death was alive; the same day strikes.
    @Test(arguments: [
        ("2016-01-01", "unverified card_before;recorded_after_death"),
        ("2017-12-01", "ineligible card_before;deceased"),
        ("", "ineligible card_before;deceased"),
    ])
    func recordedAfterDeath(_ died: String, _ line: String) async throws {
        let deaths = "NIK,TANGGAL MENINGGAL\n1206901705800003,\(died)\n1206901705800001,2018-01-01\n"
        let suket = "NIK,NOMOR,TGL TERBIT\n1206901705800003,1,2017-12-01\n"
        let decided = try await decided(("recordings", Self.recordings), ("deaths", deaths), ("suket", suket))
        #expect(decided[3] == line)
    }

    /// Recordings of another kabupaten say nothing of this one's people: said, and the mark decides.
    @Test func recordingsOfAnotherKabupaten() async throws {
        var list = "NIK,NAMA,TGL LAHIR,STATUS KAWIN,JENIS KELAMIN,KODE DESA,KTP-EL\n"
        for serial in 1...51 { list += "120690170580\(1000 + serial),A\(serial),17-05-1980,S,L,1206902001,B\n" }
        list += "1271901705800001,Budi,17-05-1980,S,L,1271902001,B\n"
        let recordings = "NIK,STATUS,TANGGAL REKAM\n1271901705800001,CARD_ISSUED,2015-01-01\n"
        let check = try await OfficeCheck([("population", list), ("recordings", recordings)])
        let reasons = try check.persons().map { "\($0["outcome"] ?? "") \($0["reasons"] ?? "")" }
        #expect(Set(reasons.dropLast()) == ["unrecorded list_mark_only;not_enrolled"] && reasons.last == "ready ")
        #expect(check.said.contains("hold nobody of 1206"), "\(check.said)")
        // One dated after what is known shows that there are recordings of them.
        let later = recordings + "1206901705801001,CARD_ISSUED,2018-05-01\n"
        let other = try await OfficeCheck([("population", list), ("recordings", later)])
        #expect(Set(try other.persons().dropLast().map { $0["reasons"] ?? "" }) == ["no_recording"])
    }
}
