import Columns

/// Reads the relationships of a part: which other parts belong to it.
struct RelationshipSink: XMLSink {
    struct Relationship: Sendable {
        /// The last word of its type: `worksheet`, `styles`.
        var kind: String
        var target: String
    }

    private(set) var problem: WorkbookProblem?
    /// By id.
    private(set) var found: [String: Relationship] = [:]
    private var id = ""
    private var kind = ""
    private var target = ""
    private var isExternal = false

    private static let idName = XMLName("Id")
    private static let type = XMLName("Type")
    private static let targetName = XMLName("Target")
    private static let mode = XMLName("TargetMode")
    private static let relationship = XMLName("Relationship")

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch name {
        case Self.idName: id = String(value)
        case Self.type: kind = String(value).split(separator: "/").last.map(String.init) ?? ""
        case Self.targetName: target = String(value)
        case Self.mode: isExternal = String(value) == "External"
        default: break
        }
    }

    mutating func begin(_ element: XMLName) -> Bool {
        if element == Self.relationship, !isExternal { found[id] = Relationship(kind: kind, target: target) }
        (id, kind, target, isExternal) = ("", "", "", false)
        return true
    }

    mutating func end(_ element: XMLName) -> Bool { true }
    mutating func text(_ bytes: Span<UInt8>) {}
}

/// Reads the workbook part: its sheets in their order, and where its dates begin.
struct WorkbookSink: XMLSink {
    struct Sheet: Sendable {
        var name: String
        var isHidden: Bool
        /// Empty for a sheet that names no part.
        var relationship: String
    }

    private(set) var problem: WorkbookProblem?
    private(set) var sheets: [Sheet] = []
    /// Dates count from 1904, not 1900.
    private(set) var from1904 = false
    private var next = Sheet(name: "", isHidden: false, relationship: "")
    private var says1904 = false

    private static let name = XMLName("name")
    private static let state = XMLName("state")
    private static let id = XMLName("id", .relationships)
    private static let date1904 = XMLName("date1904")
    private static let sheet = XMLName("sheet")
    private static let properties = XMLName("workbookPr")

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch name {
        case Self.name: next.name = String(value)
        case Self.state: next.isHidden = String(value) != "visible"
        case Self.id: next.relationship = String(value)
        case Self.date1904: says1904 = ["1", "true", "on"].contains(String(value))
        default: break
        }
    }

    mutating func begin(_ element: XMLName) -> Bool {
        if element == Self.sheet { sheets.append(next) }
        if element == Self.properties { from1904 = says1904 }
        next = Sheet(name: "", isHidden: false, relationship: "")
        says1904 = false
        return true
    }

    mutating func end(_ element: XMLName) -> Bool { true }
    mutating func text(_ bytes: Span<UInt8>) {}
}
