public import Diagnostics
import FoundationEssentials

/// The numbers of a public page as they stand on it, so that a later page can be made with them in mind and say what
/// changed. On the page they are lines of text in an element of their own that nothing runs.
public struct PublishedPage: Sendable {
    /// The page's own number.
    public var number = ""
    public var election = ""
    public var asOf = ""
    /// What all areas of the page begin with (`PageFigures.scope`).
    var scope = ""
    private(set) var figures: [String: Figure] = [:]

    static let elementID = "figures"
    private static let few = "few"
    private static let withheld = "withheld"

    init(number: String, election: String, asOf: String, figures: PageFigures) {
        (self.number, self.election, self.asOf, scope) = (number, election, asOf, figures.scope)
        for (name, figure) in figures.disclosure.stated { self.figures[name] = figure }
    }

    /// A number of the page; nil where it was hidden or not told.
    func value(_ name: String) -> Int? { figures[name]?.value }

    /// A page of these numbers and no others.
    var text: String {
        var lines = ["page \(number)", "election \(election)", "as-of \(asOf)", "scope \(scope)"]
        for (name, figure) in figures.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let word = figure.value.map { String($0) } ?? (figure == .few ? Self.few : Self.withheld)
            lines.append("\(name) \(word)")
        }
        return lines.joined(separator: "\n")
    }

    static let fileName = "report.html"

    /// Reads the page that lies in a folder.
    ///
    /// - Throws: `.input` where there is none, or none of this program's.
    public init(folder: String) throws(Failure) {
        let path = "\(folder)/\(Self.fileName)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Self.refusal(
                path,
                Bilingual(
                    id: "halaman yang pernah diumumkan tidak dapat dibaca", en: "the published page cannot be read"))
        }
        let page = String(decoding: data, as: UTF8.self)
        guard let start = page.firstRange(of: "id=\"\(Self.elementID)\">"),
            let end = page[start.upperBound...].firstRange(of: "</script>")
        else {
            throw Self.refusal(
                path,
                Bilingual(
                    id: "ini bukan halaman untuk umum yang dibuat dengan --audience public",
                    en: "this is no page for the public, made with --audience public"))
        }
        self.init(text: String(page[start.upperBound..<end.lowerBound]))
    }

    init(text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard let name = words.first else { continue }
            let value = words.count > 1 ? words[1] : ""
            switch name {
            case "page": number = value
            case "election": election = value
            case "as-of": asOf = value
            case "scope": scope = value
            default: figures[name] = Int(value).map(Figure.shown) ?? (value == Self.few ? .few : .withheld)
            }
        }
    }

    private static func refusal(_ path: String, _ message: Bilingual) -> Failure {
        Failure(
            .input,
            Finding(
                code: "published_unreadable", message: message,
                remedy: Bilingual(
                    id: "sebut folder yang berisi report.html itu", en: "name the folder that holds that report.html"),
                location: SourceLocation(file: path)))
    }

    /// The numbers that are those of a page of another scope as well, by their names there.
    func numbers(as other: String) -> [(name: String, figure: Figure)] {
        figures.compactMap { name, figure in
            if scope == other || name.hasPrefix("area/") && !name.hasPrefix("area/\(other)/") { return (name, figure) }
            if name.hasPrefix("area/") { return ("all/" + name.dropFirst("area/\(other)/".utf8.count), figure) }
            guard name.hasPrefix("all/"), !scope.isEmpty else { return nil }
            return ("area/\(scope)/" + name.dropFirst("all/".utf8.count), figure)
        }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}
