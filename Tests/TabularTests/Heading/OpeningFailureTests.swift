import Diagnostics
import Testing

@testable import Schema
@testable import Tabular

@Suite struct OpeningFailureTests {
    private func failure(
        _ bytes: [UInt8], _ role: ListSchema.Role, _ schema: ListSchema = Schema.all
    ) -> (String, String) {
        do throws(Failure) {
            let role = schema.role(role.id) ?? role
            _ = try Opening(head: bytes, isWhole: true, file: "list.csv", role: role, schema: schema)
            return ("opened", "opened")
        } catch {
            let english = error.findings.map { $0.rendered(in: .english) }
            let indonesian = error.findings.map { $0.rendered(in: .indonesian) }
            guard error.kind == .input else { return ("not an input failure", "") }
            return (english.joined(separator: "\n"), indonesian.joined(separator: "\n"))
        }
    }

    private func failure(
        _ text: String, _ role: ListSchema.Role = Schema.population, _ schema: ListSchema = Schema.all
    ) -> (String, String) {
        failure(Array(text.utf8), role, schema)
    }

    @Test(arguments: ["", "\n\n", "  \r\n", "\u{FEFF}", "\u{FEFF}\n"])
    func empty(text: String) {
        let (english, indonesian) = failure(text)
        #expect(english == "list.csv: the file is empty; ask for the file again, or leave it out")
        #expect(indonesian == "list.csv: berkas ini kosong; minta ulang berkasnya, atau jalankan tanpa berkas itu")
    }

    @Test(arguments: [
        "NIK,NAMA\n", "NIK,NAMA", "DAFTAR\nNIK,NAMA\n", "NIK,NAMA\n\n,\n", "NIK,NAMA,RT\n1,2,3\n,,\nJUMLAH,0,\n",
    ])
    func headingOnly(text: String) {
        let (english, indonesian) = failure(text)
        let row = text.hasPrefix("DAFTAR") ? 2 : 1
        #expect(
            english == "list.csv:\(row): there is only a heading, no row of data below it; "
                + "ask for the population list again, or leave it out")
        #expect(
            indonesian == "list.csv:\(row): hanya ada judul kolom, tidak ada baris data di bawahnya; "
                + "minta ulang daftar penduduk, atau jalankan tanpa berkas itu")
    }

    @Test func missingColumn() {
        let (english, indonesian) = failure("NIKK;NAMA;RT\n1271901708900001;SITI;1\n")
        #expect(
            english == "list.csv:1: there is no column NIK, which must stand in \"population list\"; "
                + "headings found: NAMA, RT; if \"NIKK\" is meant, rename that heading to NIK")
        #expect(
            indonesian == "list.csv:1: kolom NIK, yang wajib ada pada \"daftar penduduk\", tidak ditemukan; "
                + "judul yang ada: NAMA, RT; kalau \"NIKK\" yang dimaksud, ubah judul itu menjadi NIK")
        #expect(
            failure("NOMOR,NIK\n1,1271901708900001\n").0
                == "list.csv:1: there is no column NAMA, which must stand in \"population list\"; "
                + "headings found: NIK; give the column one of these headings: NAMA, NAMA LENGKAP")
        #expect(
            failure("RT,RW\n1,2\n").0
                == """
                list.csv:1: there is no column NIK, which must stand in "population list"; headings found: RT, RW; \
                give the column one of these headings: NIK, NO KTP
                list.csv:1: there is no column NAMA, which must stand in \"population list\"; headings found: RT, RW; \
                give the column one of these headings: NAMA, NAMA LENGKAP
                """)
    }

    @Test func noHeading() {
        let (english, indonesian) = failure("1271901708900001,SITI,KAWIN\n1271901708900002,ANI,KAWIN\n")
        #expect(
            english == "list.csv: there is no heading row among the first 30 rows; "
                + "give the population list a heading row with at least: NIK, NAMA")
        #expect(
            indonesian == "list.csv: tidak ada baris judul kolom di antara 30 baris pertama; "
                + "tambahkan baris judul pada daftar penduduk, paling sedikit: NIK, NAMA")
        #expect(
            failure("INSTANSI,PANGKAT\nTNI,KAPTEN\n").0
                == "list.csv: there is no heading row among the first 30 rows; found: INSTANSI, PANGKAT; "
                + "give the population list a heading row with at least: NIK, NAMA")
        #expect(!failure("SITI AMINAH,MEDAN\nANI,BINJAI\n").0.contains("SITI"))
    }

    @Test func otherRole() {
        let (english, indonesian) = failure(
            "NIK,STATUS,TGL REKAM\n1271901708900001,CARD_ISSUED,2018-01-01\n", Schema.population, Schema.telling)
        #expect(
            english == "list.csv:1: given as \"population list\", but it looks like \"list of recordings\"; "
                + "headings found: NIK, STATUS, TGL REKAM; give it with --recordings")
        #expect(
            indonesian == "list.csv:1: diberikan sebagai \"daftar penduduk\", tetapi tampaknya \"daftar perekaman\"; "
                + "judul yang ada: NIK, STATUS, TGL REKAM; berikan dengan --recordings")
        // The required columns are there, but the rest speaks for another list.
        #expect(
            failure("NIK,NAMA,TGL MENINGGAL\n1271901708900001,SITI,2018-01-01\n", Schema.population, Schema.telling).0
                == "list.csv:1: given as \"population list\", but it looks like \"list of deaths\"; "
                + "headings found: NIK, NAMA, TGL MENINGGAL; give it with --deaths; "
                + "or take it as given with --accept-role population")
        #expect(
            failure("NIK,NAMA,STATUS\n1271901708900001,SITI,CARD ISSUED\n", Schema.population, Schema.telling).0
                == "list.csv:1: given as \"population list\", but it looks like \"list of recordings\"; "
                + "headings found: NIK, NAMA, STATUS; give it with --recordings; "
                + "or take it as given with --accept-role population")
        #expect(
            failure("NIK,NAMA,TGL LAHIR\n1271901708900001,SITI,17/08/1990\n", Schema.recordings, Schema.telling).0
                == "list.csv:1: given as \"list of recordings\", but it looks like \"population list\"; "
                + "headings found: NIK, NAMA, TGL LAHIR; give it with --population")
        #expect(
            failure("NIK,STATUS REKAM\n1271901708900001,CARD ISSUED\n", Schema.population, Schema.telling).0
                == "list.csv:1: given as \"population list\", but it looks like \"list of recordings\"; "
                + "headings found: NIK, STATUS REKAM; give it with --recordings")
        // A column named STATUS that holds something else says nothing.
        #expect(
            failure("NIK,NAMA,STATUS\n1271901708900001,SITI,WARGA\n", Schema.population, Schema.telling).0 == "opened")
    }

    @Test func twoKeysThatBothHoldData() {
        let (english, indonesian) = failure(
            "NIK,NAMA,NO KTP\n1271901708900001,SITI,1271901708900002\n1271901708900003,ANI,1271901708900003\n")
        #expect(
            english == "list.csv:1: more than one column can be NIK, and all hold data: NIK (A), NO KTP (C); "
                + "rename the heading of the column that is not meant; two tables side by side are two lists, save each as "
                + "a file of its own")
        #expect(
            indonesian == "list.csv:1: lebih dari satu kolom dapat menjadi NIK dan semuanya berisi data: "
                + "NIK (A), NO KTP (C); ganti judul kolom yang tidak dipakai; dua tabel bersebelahan adalah dua daftar, "
                + "simpan terpisah")
    }

    @Test func anyBytesAreOpenedOrRefused() {
        var dice = Dice(seed: 31)
        let words = ["NIK", "NAMA", ",", ";", "\t", "|", "#", "\"", "\n", "\r\n", "\r", "1271901708900001", "sep=,"]
        for round in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &dice) {
                if round % 2 == 0, Bool.random(using: &dice) {
                    bytes.append(.random(in: 0...255, using: &dice))
                } else {
                    bytes += Array((words.randomElement(using: &dice) ?? "").utf8)
                }
            }
            for isWhole in [true, false] {
                let opening = try? Opening(
                    head: bytes, isWhole: isWhole, file: "x", role: Schema.population, schema: Schema.all)
                if let opening {
                    #expect(opening.map.values.allSatisfy { $0 < opening.width })
                    #expect(opening.firstRecordOffset <= bytes.count && opening.headings.count == opening.width)
                }
            }
        }
    }
}
