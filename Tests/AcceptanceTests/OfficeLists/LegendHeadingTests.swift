import Testing

/// Headings with legends, marks and groups name their columns; what a list lacks is said.
@Suite(.enabled(if: Program.canCheck)) struct LegendHeadingTests {
    /// The heading of form A-KWK: a boy of sixteen, married, one of fifteen, not married, and a woman.
    @Test func theFormsOwnHeading() async throws {
        let check = try await OfficeCheck([
            (
                "population",
                """
                No,No. KK,NIK,Nama,Tempat Lahir,Tanggal Lahir,Status Perkawinan B/S/P,Jenis Kelamin L/P,Jalan/Dukuh,RT,RW,\
                Disabilitas,KTP-el,Ket
                1,1206900101100001,1206904705850001,Rosa Purba,Kabanjahe,07-05-1985,P,P,Jl. Udara,4,2,,B,
                2,1206900101100001,1206900203020002,Hendra Purba,Kabanjahe,02-03-2002,S,L,Jl. Udara,4,2,,B,
                3,1206900101100001,1206900203030003,Jonny Purba,Kabanjahe,02-03-2003,B,L,Jl. Udara,4,2,,B,

                """
            )
        ])
        let persons = try check.persons()
        #expect(persons.map { $0["kpu_code"] ?? "" }.last == "3")
        #expect(persons.map { $0["outcome"] == "ineligible" } == [false, false, true])
        #expect(persons.allSatisfy { $0["reasons"]?.contains("missing") == false })
        #expect(try check.cells("sex") == ["P", "L", "L"] && check.cells("address").allSatisfy { $0 == "Jl. Udara" })
    }

    @Test(arguments: [
        "NIK,NAMA,TANGGAL LAHIR (DD|MM|YYYY),STATUS KAWIN (B/S/P),JENIS KELAMIN (L/P)",
        "NIK*,NAMA :,Tgl. Lahir DD/MM/YYYY,Sts Kawin B/S/P,L/P",
        "\"NIK\n(16 digit)\",NAMA *,TGL LAHIR:,STATUS KAWIN*,JK L/P",
        "NIK,NAMA,LAHIR,STATUS KAWIN,JENIS KELAMIN\n,,TANGGAL,B/S/P,L/P",
        "NIK,NAMA,TANGGAL LAHIR,STATUS,JENIS KELAMIN\n,,DD|MM|YYYY,PERKAWINAN,L/P",
    ])
    func legendsAndMarksAreFolded(_ heading: String) async throws {
        let check = try await OfficeCheck([
            ("population", heading + "\n1206904203020007,Nora Bangun,02/03/2002,S,P\n")
        ])
        // A bride of sixteen may vote: her status and her birth date were read.
        #expect(try check.persons().map { $0["outcome"] == "ineligible" } == [false], "\(check.said)")
        #expect(try check.cells("birth_date") == ["2002-03-02"] && check.cells("sex") == ["P"])
        #expect(try check.cells("marital_status") == ["S"])
        #expect(!check.said.contains("no column"), "\(check.said)")
    }

    @Test func twoInOneColumnsAreSplit() async throws {
        let check = try await OfficeCheck([
            (
                "population",
                """
                NIK,NAMA,"TEMPAT/TGL LAHIR",RT/RW
                1206901708900001,Budi Tarigan,"Kabanjahe, 17-08-1990",003/001
                1206901708900002,Edi Tarigan,Tiga Panah 17 Agustus 1990,4 / 2
                1206901708900003,Uli Tarigan,17/08/1990,5
                1206901708900004,Ani Tarigan,Medan,
                1206901708900005,Rita Tarigan,"MEDAN/17-08-1990 00:00:00",-

                """
            )
        ])
        #expect(try check.persons().count == 5)
        #expect(try check.cells("birth_place") == ["Kabanjahe", "Tiga Panah", "", "Medan", "MEDAN"])
        let day = "1990-08-17"
        #expect(try check.cells("birth_date") == [day, day, day, "", day])
        #expect(try check.cells("rt") == ["003", "4", "5", "", "'-"])
        #expect(try check.cells("rw") == ["001", "2", "", "", ""])
    }

    @Test(arguments: ["TGL LAHIR", "STATUS KAWIN", "JENIS KELAMIN"])
    func aMissingColumnIsSaid(_ missing: String) async throws {
        let cells = ["NIK": "1206901708900001", "NAMA": "Budi", "TGL LAHIR": "17-08-1990", "STATUS KAWIN": "S"]
        let all = ["NIK", "NAMA", "TGL LAHIR", "STATUS KAWIN", "JENIS KELAMIN"].filter { $0 != missing }
        let row = all.map { cells[$0] ?? "L" }.joined(separator: ",")
        for language in ["id", "en"] {
            let check = try await OfficeCheck(
                [("population", all.joined(separator: ",") + "\n\(row)\n")], language: language)
            #expect(try check.persons().count == 1)
            let words = [
                "TGL LAHIR": ["tanggal lahir", "birth date"], "STATUS KAWIN": ["status perkawinan", "marital status"],
                "JENIS KELAMIN": ["jenis kelamin", "sex"],
            ]
            let word = words[missing]?[language == "id" ? 0 : 1] ?? ""
            #expect(check.said.lowercased().contains(word), "\(check.said)")
        }
    }
}
