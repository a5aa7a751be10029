import Columns
public import Diagnostics
import FoundationEssentials
public import ReportData
import Rules
import RunFolder

/// `report.html`: everything about a run in counts, in one file that opens by a double click, asks nothing of any network
/// and prints on A4. Whole without scripts.
public struct ReportPage {
    private let page: PageContext

    public static let name = PublishedPage.fileName

    public init(_ source: ReportSource, options: PageOptions) throws(Failure) {
        page = try PageContext(source, options: options)
    }

    public var document: [UInt8] {
        let style = PageStyle.source(
            footer: page.stamp.short, pageWords: (page.text("Halaman", "Page"), page.text("dari", "of")))
        // Nothing but this very style and this very script; no image, no font, no request, no frame, no form.
        let policy =
            "default-src 'none'; style-src '\(Self.digest(style))'; script-src '\(Self.digest(PageScript.source))'; "
            + "base-uri 'none'; form-action 'none'"
        let head = Markup.element(
            "head", [:],
            .element("meta", ["charset": "utf-8"], []),
            .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy], []),
            .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
            .element("meta", ["name": "referrer", "content": "no-referrer"], []),
            .element("meta", ["name": "generator", "content": "SiapPilih \(page.source.programVersion)"], []),
            .element("title", [:], title + " · " + page.text(page.source.election.title)),
            .element("style", [:], .own(style)))
        let sections = sections
        let body = Markup.element(
            "body",
            [
                "data-sort": page.text("Urutkan menurut kolom ini", "Sort by this column"),
                "data-filter": page.text("Saring:", "Filter:"),
            ],
            [
                header, contents(sections), .element("main", [:], sections.map(\.markup)), foot,
                .element("script", [:], .own(PageScript.source)), figures,
            ])
        let html = Markup.element("html", ["lang": page.language.rawValue], head, body)
        return Array(("<!DOCTYPE html>\n" + html.source + "\n").utf8)
    }

    private var title: String { page.text("Kesiapan pemilih", "Voters' readiness") }

    private var sections: [PageSection] {
        [
            .glance(page), .coverage(page), .map(page), .detail(page), .checked(page), .ages(page), .flow(page),
            .reasons(page),
            .numbers(page), .pace(page), .change(page), .reconciliation(page), .method(page), .files(page),
            .signature(page),
        ].compactMap { $0 }
    }

    private var header: Markup {
        let office = page.source.office
        let manifest = page.source.run.manifest
        let letterhead = office.letterhead + (office.agency.isEmpty ? [] : [office.agency])
        var parts: [Markup] = []
        if !letterhead.isEmpty {
            parts.append(.element("div", ["class": "letterhead"], letterhead.map { .paragraph($0) }))
        }
        if !office.letterNumber.isEmpty {
            parts.append(.paragraph(page.text("Nomor: ", "Number: ") + office.letterNumber))
        }
        parts.append(.element("h1", [:], title))
        parts.append(
            .paragraph(
                page.text(page.source.election.title) + " · "
                    + page.text("pemungutan suara ", "voting day ")
                    + LongDate.text(manifest.identity.votingDay, page.language)
                    + " · " + page.text("data per ", "as of ") + LongDate.text(manifest.identity.asOf, page.language),
                "lead"))
        parts.append(.paragraph(page.stamp.full, "stamp"))
        parts.append(
            .paragraph(
                page.isPublic
                    ? page.text(
                        "Untuk umum: jumlah 1 sampai 4 orang ditulis \(Figure.fewMark), dan \(Figure.withheldMark) menggantikan angka yang akan membukanya. Hanya jumlah; tidak ada data perorangan.",
                        "For the public: numbers of 1 to 4 people are written \(Figure.fewMark), and \(Figure.withheldMark) stands for figures that would give them away. Counts only; no data of any person."
                    )
                    : page.text(
                        "Untuk kantor: semua angka apa adanya. Hanya jumlah; tidak ada data perorangan. Untuk diumumkan, buat dengan --audience public.",
                        "For the office: all figures as they are. Counts only; no data of any person. To publish, make it with --audience public."
                    ), "note"))
        parts.append(PageSection.presumed(page))
        return .element("header", [:], parts)
    }

    private func contents(_ sections: [PageSection]) -> Markup {
        .element(
            "nav", ["aria-label": page.text("Isi", "Contents")],
            .element(
                "ul", [:],
                sections.map { .element("li", [:], .element("a", ["href": "#\($0.id)"], $0.title)) }))
    }

    /// The numbers as a later page reads them; a public page alone has them.
    private var figures: Markup {
        guard page.isPublic else { return .nothing }
        // Ids of the rules, codes of regions and numbers alone, a line each.
        return .element("script", ["type": "text/plain", "id": PublishedPage.elementID], .own(page.published.text))
    }

    /// What is to be known of the page before it is published.
    public var warnings: [Finding] {
        guard page.isPublic, !page.figures.disclosure.keepsEarlierPages else { return [] }
        return [
            Finding(
                code: "published_page_weakened", severity: .warning,
                message: Bilingual(
                    id:
                        "sebagian angka yang ditutup pada halaman yang lalu dapat dihitung dari kedua halaman bila belum berubah",
                    en:
                        "some figures hidden on an earlier page can be worked out from both pages if they have not changed"
                ))
        ]
    }

    /// The numbers of the page as a workbook beside it may say them.
    public var numbers: PageFigures { page.figures }
    /// What the page is called at its foot.
    public var stamp: RunStamp { page.stamp }

    private var foot: Markup { .element("footer", [:], .paragraph(page.stamp.full, "stamp")) }

    /// As a policy names what it lets pass: by SHA-256.
    private static func digest(_ text: String) -> String {
        let hex = Digest.hex(of: Array(text.utf8))
        var bytes: [UInt8] = []
        var digits = hex.utf8.makeIterator()
        while let high = digits.next(), let low = digits.next() {
            bytes.append(value(high) << 4 | value(low))
        }
        return "sha256-" + Data(bytes).base64EncodedString()
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit &- 0x30 : digit &- 0x57 }
}
