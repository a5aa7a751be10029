import Civil
import RoleLists
import Testing

@testable import Readiness

@Suite struct CheckOptionsTests {
    private let plain = CheckOptions(
        lists: [ListInput(role: "population", path: "a.csv"), ListInput(role: "suket", path: "b.csv")],
        election: "pilkada-2018", rulesDirectory: "rules", out: "hasil")

    private func reported(_ change: (inout CheckOptions) -> Void) -> [String] {
        var options = plain
        change(&options)
        return options.reported.map { "\($0.name)=\($0.values.joined(separator: "|"))" }
    }

    /// The manifest names what can change a result, and leaves out threads, memory, force and folders.
    @Test func whatCannotChangeAResultIsLeftOut() {
        #expect(reported { _ in } == ["election=pilkada-2018"])
        #expect(
            reported {
                $0.threads = 7
                $0.memory = 1 << 30
                $0.force = true
                $0.out = "lain"
                $0.rulesDirectory = "aturan"
                $0.job = "periksa.json5"
            } == ["election=pilkada-2018"])
    }

    @Test func whatCanChangeAResultStandsInItsOrder() {
        #expect(
            reported {
                $0.ruleset = "pkpu-2-2017"
                $0.profile = "kpu-2018"
                $0.asOf = CivilDate(iso: "2018-03-01")
                $0.regions = "wilayah.csv"
                $0.persons = true
                $0.forSpreadsheets = true
                $0.workbooks = .always
                $0.digests = false
                $0.strict = true
                $0.maps = ["peta.json5", "dua.json5"]
                $0.lists[1].region = "1271"
            } == [
                "election=pilkada-2018", "ruleset=pkpu-2-2017", "profile=kpu-2018", "as-of=2018-03-01",
                "regions=wilayah.csv", "persons=true", "csv-excel=true", "workbooks=true", "no-digest=true",
                "strict=true",
                "region=|1271",
                "map=peta.json5|dua.json5",
            ])
    }

    /// Results must never replace what they are made from.
    @Test func everyInputIsProtected() {
        var options = plain
        options.maps = ["peta.json5"]
        options.regions = "wilayah.csv"
        options.job = "periksa.json5"
        #expect(
            options.protectedPaths == ["a.csv", "b.csv", "peta.json5", "wilayah.csv", "rules", "periksa.json5"])
    }
}
