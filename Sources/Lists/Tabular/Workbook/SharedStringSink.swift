import Columns

/// Reads the part of shared strings: rich text is joined, phonetic hints are left out.
struct SharedStringSink: ScannedSink {
    static var itemEnd: StaticString { "</si>" }

    private(set) var problem: WorkbookProblem?
    var strings: SharedStrings
    /// Elements that are open, and how many were where texts stand.
    private var depth = 0
    private var itemDepth = 0
    private var current: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    private static let item = XMLName("si")
    private static let textName = XMLName("t")
    private static let phonetic = XMLName("rPh")

    init(_ strings: SharedStrings) { self.strings = strings }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {}

    var isSettled: Bool { true }
    var isBetweenItems: Bool { depth == itemDepth && depth > 0 }

    mutating func scan(_ piece: Piece, hasX14ac: Bool) throws(WorkbookProblem) -> Bool { try strings.take(piece) }

    mutating func begin(_ element: XMLName) -> Bool {
        depth += 1
        switch element {
        case Self.textName: isText = !isPhonetic
        case Self.phonetic: isPhonetic = true
        case Self.item:
            current.removeAll(keepingCapacity: true)
            itemDepth = depth - 1
        default: break
        }
        return true
    }

    mutating func end(_ element: XMLName) -> Bool {
        depth -= 1
        switch element {
        case Self.textName: isText = false
        case Self.phonetic: isPhonetic = false
        case Self.item:
            EscapedText.decode(&current)
            let item = current
            do { try strings.append(item.span) } catch { problem = error }
        default: break
        }
        return problem == nil
    }

    mutating func text(_ bytes: Span<UInt8>) {
        guard isText, current.count < SheetLimits.cell else { return }
        current.append(copying: bytes)
    }
}
