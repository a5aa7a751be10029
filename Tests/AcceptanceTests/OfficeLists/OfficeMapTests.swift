import Foundation
import Testing

/// What `inspect` says and writes of lists as offices keep them.
@Suite(.enabled(if: Program.canCheck)) struct OfficeMapTests {
    private static let rows = [
        ["1206900101100001", "1206901708900001", "Budi Tarigan", "17/08/1990", "S", "L"],
        ["1206900101100001", "1206905709920002", "Siti Tarigan", "17/09/1992", "S", "P"],
    ]

    private static func csv(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    }

    /// The map that `inspect` writes of a list is taken as it stands, and no heading becomes a person.
    @Test(arguments: [
        ("satu.csv", csv(rows), 2), ("satu.xlsx", WorkbookFile([("Sheet1", rows)]).bytes, 2),
        (
            "judul.csv",
            csv([["no_kartu", "no_identitas", "nama_warga", "tgl", "kwn", "kelamin_warga"]] + rows), 2
        ),
        (
            "dua.xlsx",
            WorkbookFile([("TPS 1", rows), ("TPS 2", rows.map { $0.map { $0.replacing("1206901", with: "1206911") } })])
                .bytes, 4
        ),
    ])
    func theWrittenMapIsTaken(_ file: String, _ bytes: [UInt8], _ people: Int) async throws {
        let workdir = try Workdir()
        try workdir.write(file, bytes)
        let inspected = try await workdir.run(["inspect", "--rules", Program.rules, file, "--write-map", "peta.json5"])
        #expect(inspected.exitCode == 0, "\(inspected.errors)")
        let outcome = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
            "--out", "run", "--population", file, "--map", "peta.json5",
        ])
        #expect(outcome.exitCode == 0, "\(outcome.errors)\n\((try? workdir.text("peta.json5")) ?? "")")
        let run = Run(workdir: workdir, folder: "run")
        #expect(try run.table("persons.csv").rows.count == people)
        #expect(try Set(run.table("flagged.csv").rows.compactMap { $0["name"] }) == ["Budi Tarigan", "Siti Tarigan"])
    }

    /// An empty remark is no finding of the field, and one column of remarks makes no list of findings.
    @Test(arguments: ["", "pindah ke luar"]) func aVoterListWithRemarksIsAVoterList(_ remark: String) async throws {
        for heading in ["NO,NKK,NIK,NAMA,TGL LAHIR,KET", "NO,NO KK,NIK,NAMA,TGL LAHIR,L/P,ALAMAT,RT,RW,KETERANGAN"] {
            let width = heading.split(separator: ",").count
            let rows = (1...3).map { number in
                let cells = [
                    "\(number)", "1206900101100001", "120690170890000\(number)", "Orang \(number)", "17/08/1990",
                ]
                let rest = ["L", "Gg. Sado", "1", "2"].prefix(width - 6)
                return (cells + rest + [remark]).joined(separator: ",") + "\n"
            }.joined()
            let workdir = try Workdir()
            try workdir.write("dpt.csv", heading + "\n" + rows)
            let inspected = try await workdir.run(["inspect", "--rules", Program.rules, "--json", "dpt.csv"])
            #expect(inspected.exitCode == 0, "\(inspected.errors)")
            let document = try JSONSerialization.jsonObject(with: Data(inspected.output.utf8)) as? [String: Any]
            let list = try #require((document?["lists"] as? [[String: Any]])?.first)
            #expect(list["role"] as? String == "population", "\(heading) \(remark)")
        }
    }

    /// A list of NIKs alone may be anything.
    @Test func aBareListIsUnclear() async throws {
        let workdir = try Workdir()
        try workdir.write("x.csv", "NIK,NAMA\n1206901708900001,Budi Tarigan\n1206905709920002,Siti Tarigan\n")
        let inspected = try await workdir.run(["inspect", "--rules", Program.rules, "--lang", "en", "x.csv"])
        #expect(inspected.output.contains("unclear"), "\(inspected.output)")
    }
}
