public import Civil
public import Diagnostics
public import Pace
import Planning

/// People still to record over time: what was, what is needed, what the capacity does, and what the pace so far leads to,
/// with its range. As inline SVG with a text alternative, and as rows of a table beside it. Counts only.
public struct BurndownChart: Sendable {
    /// A line of the chart: people left on some days.
    public struct Line: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable { case actual, needed, capacity, forecast, slow, fast }

        public var kind: Kind
        public var points: [Point]
    }

    public struct Point: Sendable, Equatable {
        public var day: CivilDate
        public var left: Int
    }

    /// Those that are known, in the order of `Line.Kind`.
    public let lines: [Line]
    public let language: Language
    private let deadline: CivilDate?

    /// nil where there is no span of days to draw over.
    public init?(_ report: PaceReport, language: Language) {
        let span = report.span
        guard let from = span.from, let deadline = span.deadline, from < deadline else { return nil }
        let (total, left) = (report.total, report.total.pace.outstanding)
        var lines: [Line] = []
        let weeks = total.weekly.weeks
        if !weeks.isEmpty {
            // Who was recorded in a week was still to record when it began.
            let points = weeks.map { Point(day: $0.monday, left: left + $0.since) }
            lines.append(Line(kind: .actual, points: points + [Point(day: from, left: left)]))
        }
        let start = Point(day: from, left: left)
        if left > 0 {
            lines.append(Line(kind: .needed, points: [start, Point(day: deadline, left: 0)]))
            if total.pace.capacity != nil {
                lines.append(
                    Line(kind: .capacity, points: [start, Self.end(total.finish, total.shortfall ?? 0, deadline)]))
            }
            if let forecast = total.forecast {
                for (kind, finish, rest) in [
                    (Line.Kind.forecast, forecast.middleFinish, forecast.middleLeft),
                    (.slow, forecast.slowFinish, forecast.slowLeft), (.fast, forecast.fastFinish, forecast.fastLeft),
                ] {
                    lines.append(Line(kind: kind, points: [start, Self.end(finish, rest, deadline)]))
                }
            }
        }
        guard !lines.isEmpty else { return nil }
        self.lines = lines
        self.language = language
        self.deadline = deadline
    }

    /// Where a line ends: at nobody left before the deadline, or at who is left on it.
    private static func end(_ finish: CivilDate?, _ left: Int, _ deadline: CivilDate) -> Point {
        if left == 0, let finish, finish < deadline { return Point(day: finish, left: 0) }
        return Point(day: deadline, left: left)
    }

    public static func title(_ kind: Line.Kind) -> Bilingual {
        switch kind {
        case .actual: Bilingual(id: "Sejauh ini", en: "So far")
        case .needed: Bilingual(id: "Yang diperlukan", en: "Needed")
        case .capacity: Bilingual(id: "Dengan kapasitas yang ada", en: "With the capacity given")
        case .forecast: Bilingual(id: "Prakiraan, laju tengah", en: "Forecast, middle pace")
        case .slow: Bilingual(id: "Prakiraan, laju lambat", en: "Forecast, slow pace")
        case .fast: Bilingual(id: "Prakiraan, laju cepat", en: "Forecast, fast pace")
        }
    }

    /// The chart's figures: line, day, people left.
    public var table: [(line: String, day: String, left: Int)] {
        lines.flatMap { line in
            line.points.map { (Self.title(line.kind).text(in: language), $0.day.description, $0.left) }
        }
    }

    // MARK: Drawing

    private static let width = 760
    private static let height = 380
    /// Room around the plot: top, right, bottom, left.
    private static let margin = (top: 16, right: 20, bottom: 104, left: 86)

    /// The chart as an SVG element that stands alone as well.
    public var svg: String {
        let points = lines.flatMap(\.points)
        let first = points.map(\.day).min() ?? .earliest
        let last = max(points.map(\.day).max() ?? first, deadline ?? first)
        let days = max(1, Int(last.dayNumber) - Int(first.dayNumber))
        let most = max(1, points.map(\.left).max() ?? 1)
        let inner = (
            width: Self.width - Self.margin.left - Self.margin.right,
            height: Self.height - Self.margin.top - Self.margin.bottom
        )
        func x(_ day: CivilDate) -> Int {
            Self.margin.left + inner.width * (Int(day.dayNumber) - Int(first.dayNumber)) / days
        }
        func y(_ left: Int) -> Int {
            Self.margin.top + inner.height - (Share.scaled(left, times: inner.height, by: most) ?? 0)
        }
        func path(_ line: Line) -> String { line.points.map { "\(x($0.day)),\(y($0.left))" }.joined(separator: " ") }

        let name = Bilingual(
            id: "Orang yang harus rekam atau rekam ulang, dari waktu ke waktu",
            en: "People to record, or to record again, over time")
        var out = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" role="img" \
            aria-labelledby="burndown-title burndown-text" font-family="sans-serif" font-size="12" fill="#222">
            <title id="burndown-title">\(name.text(in: language))</title>
            <desc id="burndown-text">\(summary)</desc>
            <rect width="\(Self.width)" height="\(Self.height)" fill="#fff"/>

            """
        for part in 0...4 {
            let left = Share.scaled(most, times: part, by: 4) ?? 0
            out += """
                <line x1="\(Self.margin.left)" y1="\(y(left))" x2="\(Self.width - Self.margin.right)" y2="\(y(left))" stroke="#ddd"/>
                <text x="\(Self.margin.left - 8)" y="\(y(left) + 4)" text-anchor="end">\(figure(left))</text>

                """
        }
        for (day, anchor) in [(first, "start"), (last, "end")] {
            out +=
                "<text x=\"\(x(day))\" y=\"\(Self.margin.top + inner.height + 18)\" text-anchor=\"\(anchor)\">\(day)</text>\n"
        }
        var hasBand = false
        if let slow = lines.first(where: { $0.kind == .slow }), let fast = lines.first(where: { $0.kind == .fast }) {
            let edge = path(Line(kind: .slow, points: slow.points + fast.points.reversed()))
            out += "<polygon points=\"\(edge)\" fill=\"#8a5a00\" fill-opacity=\"0.16\"/>\n"
            hasBand = true
        }
        var place = 0
        func legend(_ title: Bilingual, _ mark: (_ x: Int, _ y: Int) -> String) {
            let (x, y) = (Self.margin.left + place % 2 * 320, Self.height - 60 + place / 2 * 20)
            out += "\(mark(x, y - 4))\n<text x=\"\(x + 42)\" y=\"\(y)\">\(title.text(in: language))</text>\n"
            place += 1
        }
        for line in lines where line.kind != .slow && line.kind != .fast {
            let (color, dash) = Self.stroke(line.kind)
            let look = "stroke=\"\(color)\" stroke-width=\"2.5\"\(dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")"
            out += "<polyline points=\"\(path(line))\" fill=\"none\" \(look)/>\n"
            legend(Self.title(line.kind)) { x, y in
                "<line x1=\"\(x)\" y1=\"\(y)\" x2=\"\(x + 34)\" y2=\"\(y)\" \(look)/>"
            }
        }
        if hasBand {
            legend(Bilingual(id: "Prakiraan, dari laju lambat sampai cepat", en: "Forecast, from slow to fast pace")) {
                "<rect x=\"\($0)\" y=\"\($1 - 6)\" width=\"34\" height=\"12\" fill=\"#8a5a00\" fill-opacity=\"0.16\"/>"
            }
        }
        return out + "</svg>\n"
    }

    /// Told apart by dashes as well as by colour.
    private static func stroke(_ kind: Line.Kind) -> (color: String, dash: String) {
        switch kind {
        case .actual: ("#1b4f8a", "")
        case .needed: ("#a4161a", "8 4")
        case .capacity: ("#2b6a30", "2 4")
        case .forecast, .slow, .fast: ("#8a5a00", "12 3 2 3")
        }
    }

    /// What the chart says, in a sentence a line.
    private var summary: String {
        lines.compactMap { line in
            guard let first = line.points.first, let last = line.points.last else { return nil }
            return
                "\(Self.title(line.kind).text(in: language)): \(first.day) \(figure(first.left)), \(last.day) \(figure(last.left))."
        }.joined(separator: " ")
    }

    private func figure(_ number: Int) -> String {
        let digits = Array(String(number))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += language == .indonesian ? "." : "," }
            text.append(digit)
        }
        return text
    }
}
