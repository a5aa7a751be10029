import Testing

/// Lists that strike more voters than is believed stop the run.
@Suite(.enabled(if: Program.canCheck)) struct MassStrikeTests {
    private static func nik(_ number: Int) -> String { "120690170890\(number + 1000)" }

    /// People 0 ..< `count` from `first`, all of age.
    private func people(_ count: Int, from first: Int = 0) -> String {
        "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P\n"
            + (first..<(first + count)).map { "\(Self.nik($0)),ORANG \($0),17-08-1990,S,L\n" }.joined()
    }

    private func deaths(_ numbers: Range<Int>) -> String {
        "NIK,TANGGAL MENINGGAL\n" + numbers.map { "\(Self.nik($0)),01-02-2018\n" }.joined()
    }

    private func findings(_ numbers: Range<Int>) -> String {
        "NIK,KODE,TGL TEMUAN\n" + numbers.map { "\(Self.nik($0)),1,01-02-2018\n" }.joined()
    }

    @Test func moreThanATenthIsRefusedWithTheFigure() async throws {
        let check = try await OfficeCheck([("population", people(100)), ("deaths", deaths(0..<11))])
        check.expectRefusal(
            "list-1.csv: list-2.csv (list of deaths) strikes 11 of the 100 people of this list (requirement: alive); "
                + "more than 10% is taken for a mistake", "--accept-strikes deaths")
    }

    @Test func theOptionGoesOn() async throws {
        let given = [("population", people(100)), ("deaths", deaths(0..<100))]
        for (role, code) in [("deaths", 0), ("moved", 3)] {
            let check = try await OfficeCheck(given, options: ["--accept-strikes", role])
            #expect(check.outcome.exitCode == code, "\(check.outcome.errors)")
        }
    }

    @Test(arguments: [
        // A tenth, and lists too small to judge.
        (100, 10, "deaths", 0), (51, 5, "deaths", 0), (51, 6, "deaths", 3), (50, 50, "deaths", 0),
        // What was seen in the field strikes more.
        (100, 30, "field-findings", 0), (100, 31, "field-findings", 3),
    ])
    func theLimitIsTheRules(people count: Int, struck: Int, option: String, code: Int) async throws {
        let list = option == "deaths" ? deaths(0..<struck) : findings(0..<struck)
        let check = try await OfficeCheck([("population", people(count)), (option, list)])
        #expect(check.outcome.exitCode == code, "\(check.outcome.errors)")
    }

    @Test func listsOfOneRoleCountTogether() async throws {
        let check = try await OfficeCheck([
            ("population", people(100)), ("deaths", deaths(0..<6)), ("deaths", deaths(6..<12)),
        ])
        check.expectRefusal("list-2.csv, list-3.csv (list of deaths) strikes 12 of the 100")
    }

    /// A list of people is judged by itself: that of another place does not thin it out.
    @Test func everyPopulationListIsJudged() async throws {
        let check = try await OfficeCheck([
            ("population", people(1000, from: 100)), ("population", people(100)), ("deaths", deaths(0..<11)),
        ])
        check.expectRefusal("list-2.csv: list-3.csv (list of deaths) strikes 11 of the 100")
        #expect(!check.said.contains("list-1.csv: list-3.csv"))
    }

    /// Those whom their age alone makes ineligible are struck by no list.
    @Test func ageStrikesNobody() async throws {
        let young = people(100).split(separator: "\n").joined(separator: "\n")
            .replacing("17-08-1990,S", with: "17-08-2010,B")
        let check = try await OfficeCheck([("population", young + "\n"), ("deaths", deaths(0..<1))])
        #expect(check.outcome.exitCode == 0, "\(check.outcome.errors)")
    }
}
