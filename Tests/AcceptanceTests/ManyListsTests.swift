import Foundation
import Testing

/// As many lists as an office has desa: each person once, the same bytes, whatever the process may hold open.
@Suite(.enabled(if: Program.canCheck)) struct ManyListsTests {
    private static let heading = "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,KODE DESA\n"

    /// Lists of two people, one of whom has the same NIK in all of them; all of one size.
    private static func list(_ number: Int) -> String {
        heading + "1271901708900001,Orang \(1000 + number),17-08-1990,B,L,1271901001\n"
            + "127190170890\(1000 + number),Orang \(1000 + number),17-08-1990,B,L,1271901001\n"
    }

    @Test func moreListsThanOpenFiles() async throws {
        let program = try #require(Program.path)
        let count = 150
        let workdir = try Workdir()
        for number in 1...count { try workdir.write("desa/\(1000 + number).csv", Self.list(number)) }
        let check = Array(Lists.check.prefix(7)) + ["--population", "desa", "--persons", "--quiet", "--out"]
        let usual = try await workdir.run(check + ["usual"])
        try #require(usual.exitCode == 0, "\(usual.errors)")
        let command = ([program] + check + ["run", "--memory", "64M"]).joined(separator: "' '")
        try workdir.tool("/bin/sh", ["-c", "ulimit -n 64; '\(command)' >said 2>&1; echo $? >code"])
        let (code, said) = (try workdir.text("code"), try workdir.text("said"))
        try #require(code == "0\n", "\(said)")
        let run = Run(workdir: workdir, folder: "run")
        #expect(try run.table("persons.csv").rows.count == 2 * count)
        let other = try Run(workdir: workdir, folder: "usual").files()
        for (name, bytes) in try run.files() where name != "manifest.json" { #expect(bytes == other[name], "\(name)") }
    }

    /// Two of many files of one size hold the same.
    @Test func theSameListTwiceIsFoundAmongMany() async throws {
        let workdir = try Workdir()
        for number in 1...40 { try workdir.write("desa/\(1000 + number).csv", Self.list(number == 31 ? 7 : number)) }
        let outcome = try await workdir.run(
            Array(Lists.check.prefix(7)) + ["--population", "desa", "--lang", "en", "--out", "run"])
        #expect(outcome.exitCode == 3)
        #expect(
            outcome.errors.contains("desa/1031.csv: it holds the very bytes of desa/1007.csv"), "\(outcome.errors)")
        #expect(!workdir.exists("run"))
    }
}
