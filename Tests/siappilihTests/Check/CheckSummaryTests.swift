import Civil
import Diagnostics
import Readiness
import Rules
import Testing

@testable import RoleLists
@testable import RunFolder
@testable import siappilih

@Suite struct CheckSummaryTests {
    private func text(_ console: Console, filled: Set<PersonTable> = [.collect]) throws -> String {
        let rules = try RuleAccess(directory: Shipped.rules)
        let election = try #require(rules.book.elections.first { $0.id == "pilkada-2018" })
        let ruleset = try Ruleset(book: rules.book, election: election.id, today: election.votingDay)
        let terms = RunTerms(ruleset)
        func index(_ id: String) throws -> UInt8 {
            UInt8(try #require(terms.outcomes.firstIndex { $0.id == id }))
        }
        let tally = TallyTable(
            [
                TallyRow(
                    region: try #require(RegionCode(digits: 1_271_901_001, length: 10)), sex: 0,
                    outcome: try index("ready"), kpuCode: 0, firstTime: false, persons: 8000),
                TallyRow(
                    region: try #require(RegionCode(digits: 1_271_901_001, length: 10)), sex: 0,
                    outcome: try index("unrecorded"), kpuCode: 11, firstTime: true, persons: 1500),
                TallyRow(
                    region: try #require(RegionCode(digits: 1206, length: 4)), sex: 0,
                    outcome: try index("unverified"), kpuCode: 12, firstTime: false, persons: 400),
                TallyRow(
                    region: .unknown, sex: 0, outcome: try index("ineligible"), kpuCode: 1, firstTime: false,
                    persons: 100),
            ], terms: terms)
        let rows = RowCounts(read: 10_003, used: 10_000, rejected: 1, skipped: 2)
        let report = CheckReport(
            summary: RunSummary(
                identity: RunIdentity(
                    election: ruleset.electionID, ruleset: ruleset.instrumentID, profile: ruleset.profileID,
                    votingDay: ruleset.votingDay.description, asOf: ruleset.asOf.description),
                terms: terms, rows: rows, totals: RegionTotals(tally, terms: terms), reasons: [:], recordedBefore: [:]),
            inputs: [
                InputReport(
                    role: "population", path: "a/penduduk.csv", list: "penduduk.csv", bytes: 1, isPopulation: true,
                    rows: rows),
                InputReport(
                    role: "field_findings", path: "t.csv", list: "temuan-dari-coklit-lapangan.csv", bytes: 1,
                    isPopulation: false, rows: RowCounts(read: 12, used: 10, leftOut: 2)),
            ], outputs: [],
            warnings: [
                Finding(
                    code: "w", severity: .warning, message: Bilingual(id: "awas", en: "careful"),
                    location: SourceLocation(file: "t.csv"))
            ], hasDataProblems: true, directory: "hasil", filled: filled)
        return CheckSummary(report, ruleset: ruleset, roles: rules.roles, console: console).text
    }

    @Test func inIndonesian() throws {
        let console = Console(words: ["--lang", "id"], environment: ["LANG": "id_ID.UTF-8"])
        #expect(
            try text(console) == """
                Pilkada Serentak 2018
                Aturan pkpu-2-2017, profil kpu-2018; hari pemungutan suara 2018-06-27; yang
                diketahui sampai 2018-06-27

                Yang dibaca
                                                   dibaca   dipakai disisihkan  ditolak dilewati
                  daftar penduduk atau pemilih
                    penduduk.csv                   10.003    10.000                   1        2
                  temuan lapangan (coklit)
                    temuan-dari-c…lapangan.csv         12        10          2        0        0
                  Penduduk: 10.003 baris dibaca = 10.000 diputuskan + 1 ditolak + 2 dilewati

                Keputusan (orang)
                  Siap: KTP-el sudah tercetak              ███████████           8.000   80,0 %
                  Siap dengan Surat Keterangan                                       0    0,0 %
                  Sudah rekam, belum ada KTP-el atau suket                           0    0,0 %
                  Perekaman bermasalah                                               0    0,0 %
                  Belum rekam                              ██                    1.500   15,0 %
                  Belum dapat dipastikan                   █                       400    4,0 %
                  Tidak memenuhi syarat                    █                       100    1,0 %
                  Memenuhi syarat 9.900; sudah rekam 8.000 = 80,8 %
                  Pemilih pemula: 1.500, di antaranya 1.500 perlu ditindaklanjuti

                Tindak lanjut terbanyak per kabupaten/kota (orang; dari yang memenuhi syarat)
                  1271 Medan                               ██                    1.500   15,8 %
                  1206 Karo                                ██████████████          400  100,0 %

                Peringatan
                  ! t.csv: awas

                Langkah berikutnya
                  flagged.csv     1.900 orang untuk KPU kabupaten/kota dan Dukcapil: rekam,
                                  terbitkan suket, atau pastikan (kolom langkah berikutnya)
                  ineligible.csv  100 orang tidak memenuhi syarat, untuk KPU
                  collect.csv     untuk kecamatan dan desa: KTP-el yang sudah dicetak dan
                                  menunggu diambil
                  rejected.csv    3 baris dilewati (kosong, nomor kolom, jumlah, tanda tangan)
                                  atau ditolak, untuk pembuat daftar
                  recap-*.csv     angka per kabupaten, kecamatan, dan desa

                Hasil di: hasil

                """)
    }

    @Test func nobodyIsSentToAListOfNobody() throws {
        let console = Console(words: ["--lang", "id"], environment: [:])
        #expect(try text(console).contains("collect.csv"))
        #expect(try !text(console, filled: []).contains("collect.csv"))
    }

    @Test func inEnglishEveryLineFits() throws {
        for line in try text(Console(words: [], environment: [:])).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }
}
