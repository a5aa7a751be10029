import ReportData
import RoleLists
import Rules
import RunFolder

/// What the numbers of a page are counted from.
struct PageCounts {
    /// A list as far as readers may know it.
    struct List {
        var role: String
        var rows: Int
        var isPopulation: Bool
    }

    var ruleset: Ruleset
    var areas: AreaTable
    /// People by reason and by code.
    var reasons: [String: Int]
    var codes: [UInt8: Int] = [:]
    /// Those without a recording by age and sex, and their outcomes.
    var bands: [UnrecordedAges.Band]
    var agedOutcomes: [OutcomeTerm]
    var lists: [List] = []
    /// People whose next step is a recording, and people recorded by week; nil where the page does not say.
    var outstanding: Int?
    var weeks: [Int] = []

    init(
        ruleset: Ruleset, areas: AreaTable, reasons: [String: Int], bands: [UnrecordedAges.Band],
        agedOutcomes: [OutcomeTerm]
    ) {
        self.ruleset = ruleset
        self.areas = areas
        self.reasons = reasons
        self.bands = bands
        self.agedOutcomes = agedOutcomes
    }

    init(_ source: ReportSource, ages: UnrecordedAges) {
        self.init(
            ruleset: source.ruleset, areas: source.areas, reasons: source.figures.reasons, bands: ages.bands,
            agedOutcomes: ages.outcomes)
        for term in source.ruleset.kpuCodes { codes[term.code] = source.figures.count(code: term.code) }
        lists = source.run.manifest.inputs.map {
            List(role: $0.role, rows: $0.rows.read, isPopulation: $0.isPopulation)
        }
    }
}
