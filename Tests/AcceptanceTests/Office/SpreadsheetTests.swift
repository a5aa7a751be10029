import Foundation
import Testing

/// What people open in a spreadsheet and save again is still the list it was. Where LibreOffice is not there, these tests
/// are named as skipped.
@Suite(.enabled(if: Program.canCheck && Spreadsheet.isThere, "LibreOffice (soffice) opens and saves the lists"))
struct SpreadsheetTests {
    private let people =
        (1...30).map { number in
            let nik = "1271\(90 + number % 3)\(number < 10 ? "0" : "")\(number)0890\(1000 + number)"
            return "\(nik),Orang \(number),00\(number % 9),\(number < 10 ? "0" : "")\(number)-08-1990,L,1271901001"
        }

    /// Of `flagged.csv`, without what is put around them for a spreadsheet.
    private func niks(_ text: String) -> [String] {
        text.matches(of: /1271\d{12}/).map { String($0.output) }
    }

    @Test(arguments: [
        ("flagged.xlsx", "xlsx"), ("flagged.xlsx", "csv"), ("flagged.csv", "xlsx"), ("flagged.csv", "csv"),
    ])
    func everyNIKOutlivesOpeningAndSaving(name: String, kind: String) async throws {
        let workdir = try Workdir()
        let list = (["NIK,NAMA,RT,TANGGAL LAHIR,JENIS KELAMIN,KODE DESA"] + people).joined(separator: "\n") + "\n"
        try workdir.write("dp4.csv", list)
        let first = try await workdir.run(Lists.check + ["--persons", "--csv-excel"])
        #expect(first.exitCode == 0, "\(first.errors)")
        let saved = try Spreadsheet.save("run/\(name)", as: kind, in: workdir)
        let words = Lists.check.map { $0 == "run" ? "again" : $0 == "dp4.csv" ? saved : $0 } + ["--persons"]
        let second = try await workdir.run(words)
        #expect(second.exitCode == 0, "\(second.errors)")
        let expected = niks(try workdir.text("run/flagged.csv"))
        #expect(niks(try workdir.text("again/persons.csv")) == expected)
        #expect(expected.count == people.count)
    }
}

/// LibreOffice, which opens a file and saves it without anybody at the screen.
enum Spreadsheet {
    private static let program = "/usr/bin/soffice"

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Opens a file and saves it in the folder `saved`; its name there.
    ///
    /// - Parameter divider: the number of the character at which a CSV file is parted into cells.
    static func save(_ name: String, as kind: String, in workdir: Workdir, partedAt divider: Int = 59) throws -> String
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // A profile of its own: nobody's settings, and no waiting for another that runs.
        process.arguments = [
            "-env:UserInstallation=file://\(workdir.path("profile"))", "--headless", "--convert-to", kind, "--outdir",
            workdir.path("saved"),
        ]
        // By default cells at `;` and UTF-8, as the import of a spreadsheet in Indonesia offers it.
        if name.hasSuffix(".csv") {
            process.arguments?.append("--infilter=Text - txt - csv (StarCalc):\(divider),34,76,1")
        }
        process.arguments?.append(workdir.path(name))
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let file = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
        return "saved/\(file).\(kind)"
    }
}
