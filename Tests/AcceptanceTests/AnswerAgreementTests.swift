import Foundation
import Testing

/// The program against the second reading where the field and the office answered: random answers about random people of
/// damaged made-up districts, some of them about rows that hold somebody else.
@Suite(.enabled(if: Program.canCheck)) struct AnswerAgreementTests {
    private static let words = [
        "sudah rekam", "KTP-el tercetak", "SUKET TERBIT", "meninggal", "pindah", "anggota TNI", "anggota Polri",
        "tidak ditemukan", "sudah diperiksa: orangnya benar", "orangnya benar", "lain", "",
    ]

    /// A list of answers about people of a district, as it is meant.
    private static func answers(_ district: District, _ random: inout SeededRandom) -> ListFile {
        var rows: [ListRow] = []
        for decision in CheckResult(district.input).decisions where random.chance(35) {
            let nik = decision.row["nik"]
            var cells = [
                "nik": nik.count == 16 && random.chance(50) ? nik.prefix(6) + "**********" : nik,
                "name": random.chance(90) ? decision.row["name"] : "Orang Lain",
                "answer": random.pick(words), "origin": "\(decision.list):\(decision.row.row)",
            ]
            if random.chance(60) {
                cells["answered_on"] = district.asOf.moved(by: random.number(-30...3)).description
            }
            for _ in 0..<(random.chance(15) ? 2 : 1) {
                rows.append(ListRow(row: rows.count + 2, cells: cells))
                cells["answer"] = random.pick(words)
            }
        }
        return ListFile(
            role: "answers", list: "jawaban.csv", columns: ["nik", "name", "answer", "answered_on", "origin"],
            rows: rows)
    }

    private static func text(_ file: ListFile) -> String {
        let columns = ["nik", "name", "answer", "answered_on", "origin"]
        let lines = file.rows.map { row in
            columns.map { "\"\(row[$0].replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }
        return (["NIK,NAMA,Hasil,Tanggal hasil,Daftar:baris"] + lines).joined(separator: "\n") + "\n"
    }

    @Test(
        arguments: AgreementTests.cases.enumerated().filter { $0.offset % 4 == 1 && $0.element.people < 1000 }.map(
            \.element))
    func everyAnswerSpeaksForItsRow(_ made: AgreementTests.Case) async throws {
        let district = made.district
        var random = SeededRandom(seed: made.seed &+ 77)
        let answers = Self.answers(district, &random)
        let workdir = try Workdir()
        try workdir.write("jawaban.csv", Self.text(answers))
        let outcome = try await workdir.check(
            district, options: ["--answers", "jawaban.csv", "--accept-role", "answers"])
        try #require(outcome.exitCode == 0, "\(made.testDescription): \(outcome.errors)")
        var input = CheckInput(
            election: district.election, asOf: district.asOf, files: district.files.map(\.meant) + [answers])
        input.regions = District.regionNames
        let result = CheckResult(input)
        let people = People(
            run: Run(workdir: workdir, folder: "run"), district: district, result: result,
            label: "[\(made.testDescription)]")
        var differences = DifferenceTable()
        try people.comparePersons(&differences)
        try people.compareLists(&differences)
        if !differences.isEmpty { Issue.record("\(differences.summary)") }
        #expect(result.decisions.contains { $0.reasons.contains("confirmed_by_office") })
    }
}
