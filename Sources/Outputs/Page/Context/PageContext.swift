import Comparison
import Diagnostics
import Pace
import Planning
import ReportData
import Rules
import RunFolder

/// What every section of the page is written from. Numbers of people come out of `figures` alone, so that what is hidden
/// in one section is hidden in all.
struct PageContext {
    let source: ReportSource
    let audience: Audience
    let official: OfficialTotals
    let pace: PagePace?
    let change: DiffSummary?
    /// The page published last of the same election and areas, of another day.
    let before: PublishedPage?
    let published: PublishedPage
    let ages: UnrecordedAges
    let figures: PageFigures
    let stamp: RunStamp
    let levels: PageLevels

    init(_ source: ReportSource, options: PageOptions) throws(Failure) {
        self.source = source
        audience = options.audience
        official = options.official
        pace = options.pace
        change = options.audience == .office ? options.change : nil
        ages = try UnrecordedAges(source)
        levels = PageLevels(source.areas)
        var counts = PageCounts(source, ages: ages)
        counts.outstanding = options.pace?.report.total.pace.outstanding
        counts.weeks = options.pace?.report.total.weekly.weeks.map(\.people) ?? []
        figures = PageFigures(counts, audience: options.audience, published: options.published)
        let identity = source.run.manifest.identity
        published = PublishedPage(
            number: options.number, election: identity.election, asOf: identity.asOf, figures: figures)
        let scope = figures.scope
        before = options.published.last {
            $0.election == identity.election && $0.scope == scope && $0.asOf != identity.asOf
        }
        stamp = options.audience == .office ? RunStamp(source) : RunStamp(source, page: options.number)
    }

    var isPublic: Bool { audience == .everyone }
    var language: Language { source.language }

    func text(_ indonesian: String, _ english: String) -> String { source.text(indonesian, english) }
    func text(_ text: Bilingual) -> String { source.text(text) }
    func number(_ figure: Figure) -> String { figure.text(language) }

    /// A number as a cell, sorted by its value where it can be seen.
    func cell(_ figure: Figure) -> PageTable.Cell {
        PageTable.Cell(content: .text(number(figure)), order: figure.value)
    }

    func cell(_ count: Int) -> PageTable.Cell {
        PageTable.Cell(content: .text(Figures.count(count, language)), order: count)
    }

    /// One number as a share of another; hidden where either is, or what is left of the whole.
    func share(_ part: Figure, of whole: Figure, rest: Figure? = nil) -> String {
        guard let hundredths = hundredths(part, of: whole, rest: rest) else {
            return whole.value == 0 ? "–" : Figure.withheldMark
        }
        return Figures.share(hundredths, of: 10_000, language)
    }

    func shareCell(_ part: Figure, of whole: Figure, rest: Figure? = nil) -> PageTable.Cell {
        PageTable.Cell(
            content: .text(share(part, of: whole, rest: rest)), order: hundredths(part, of: whole, rest: rest))
    }

    /// A share in hundredths of a percent; nil where it is none or hidden.
    func hundredths(_ part: Figure, of whole: Figure, rest: Figure? = nil) -> Int? {
        guard let part = part.value, let whole = whole.value, rest.map({ $0.value != nil }) ?? true else { return nil }
        return Coverage.tenThousandths(recorded: part, eligible: whole)
    }

    /// How an outcome is coloured, by what it means and its place among those that mean the same.
    func kind(_ term: OutcomeTerm) -> String {
        func group(_ term: OutcomeTerm) -> String {
            switch term.meaning.progress {
            case .barred: "out"
            case .unrecorded: "open"
            case .recorded: "waiting"
            case .ready: "ready"
            }
        }
        let name = group(term)
        let shades = ["out": 1, "open": 3, "waiting": 1, "ready": 2][name] ?? 1
        let same = source.areas.words.outcomes.filter { group($0) == name }
        return name + String((same.firstIndex { $0.id == term.id } ?? 0) % shades)
    }

    /// Eligible outcomes in the order of the rules, then the others.
    var outcomes: [OutcomeTerm] {
        source.areas.words.outcomes.filter(\.eligible) + source.areas.words.outcomes.filter { !$0.eligible }
    }

    /// `1271 Medan`
    func region(_ code: String) -> String {
        code.isEmpty ? source.name(code) : source.names[code].map { "\(code) \($0)" } ?? code
    }
}

/// A part of the page under a heading of its own.
struct PageSection {
    let id: String
    let title: String
    let body: [Markup]

    var markup: Markup {
        .element(
            "section", ["id": id, "aria-labelledby": "\(id)-h"], [.element("h2", ["id": "\(id)-h"], title)] + body)
    }
}

extension Markup {
    static func paragraph(_ text: String, _ kind: String? = nil) -> Markup { .element("p", ["class": kind], text) }

    /// A drawing and, beside it, its figures as a table.
    static func pair(_ drawing: Markup, _ beside: Markup...) -> Markup {
        .element(
            "div", ["class": "pair"], .element("figure", [:], .element("div", ["class": "drawing"], drawing)),
            .element("div", [:], beside))
    }
}
