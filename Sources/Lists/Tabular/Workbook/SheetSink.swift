import Columns

/// Reads the part of one sheet: rows and cells of `sheetData`, in order (ECMA-376 part 1, 18.3.1), and which cells are
/// merged.
struct SheetSink: ScannedSink {
    static var itemEnd: StaticString { "</row>" }

    private(set) var problem: WorkbookProblem?
    var spool: SheetSpool
    /// Given back when the sheet is read, for the next one.
    var strings: SharedStrings
    /// Formulas whose last result was not stored: their cells are empty.
    var formulasWithoutResult: Int { formulas + spool.formulasWithoutResult }
    private(set) var merges: [MergedArea] = []

    private let formats: NumberFormats
    private let dayStyles: [UInt8]
    private var formulas = 0
    /// Elements that are open, and how many were where rows stand.
    private var depth = 0
    private var rowDepth = 0
    private var isData = false
    private var isCell = false
    private var isInline = false
    private var isPhonetic = false
    private var collected = Collected.none
    private var hasFormula = false
    private var hasValue = false
    private var hasInline = false
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var inline: [UInt8] = []
    // Attributes of the element that begins next.
    private var nextRow = 0
    private var nextColumn = -1
    private var nextType = CellType.number
    private var nextStyle = 0
    private var nextHidden = false
    private var nextArea: MergedArea?

    private enum CellType: UInt8 {
        case number, shared, boolean, asIs
        /// The text that a formula gave.
        case string
        /// A text that stands in the cell itself.
        case inline
    }

    private enum Collected { case none, value, inline }

    private static let sheetData = XMLName("sheetData")
    private static let rowName = XMLName("row")
    private static let cell = XMLName("c")
    private static let valueName = XMLName("v")
    private static let formula = XMLName("f")
    private static let inlineName = XMLName("is")
    private static let textName = XMLName("t")
    private static let phonetic = XMLName("rPh")
    private static let reference = XMLName("r")
    private static let styleName = XMLName("s")
    private static let hidden = XMLName("hidden")
    private static let mergeCell = XMLName("mergeCell")
    private static let area = XMLName("ref")

    init(_ spool: SheetSpool, _ strings: SharedStrings, _ formats: NumberFormats) {
        self.spool = spool
        self.strings = strings
        self.formats = formats
        dayStyles = formats.isDay.map { $0 ? 1 : 0 }
    }

    var isSettled: Bool { isData && spool.isSettled }
    var isBetweenItems: Bool { isData && depth == rowDepth }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        guard isData else {
            if name == Self.area { nextArea = MergedArea(value) }
            return
        }
        if name == Self.reference {
            readReference(value)
        } else if name == Self.styleName {
            nextStyle = Int(digits: value) ?? 0
        } else if name == Self.textName {
            nextType = Self.type(value)
        } else if name == Self.hidden {
            nextHidden = value.count == 1 ? value[0] == 49 : value.count == 4
        }
    }

    mutating func begin(_ element: XMLName) -> Bool {
        depth += 1
        guard isData else {
            if element == Self.sheetData {
                isData = true
                rowDepth = depth
            } else if element == Self.mergeCell {
                addMerge()
            }
            nextArea = nil
            return problem == nil
        }
        if element == Self.cell {
            beginCell()
        } else if element == Self.valueName {
            collected = isCell ? .value : .none
            hasValue = true
        } else if element == Self.rowName {
            beginRow()
        } else if element == Self.textName {
            collected = isInline && !isPhonetic ? .inline : .none
        } else if element == Self.formula {
            hasFormula = isCell
        } else if element == Self.inlineName {
            isInline = isCell
            hasInline = isCell
        } else if element == Self.phonetic {
            isPhonetic = true
        }
        nextRow = 0
        nextColumn = -1
        nextType = .number
        nextStyle = 0
        nextHidden = false
        return problem == nil
    }

    mutating func end(_ element: XMLName) -> Bool {
        depth -= 1
        guard isData else { return true }
        if element == Self.cell {
            endCell()
        } else if element == Self.valueName || element == Self.textName {
            collected = .none
        } else if element == Self.inlineName {
            isInline = false
        } else if element == Self.phonetic {
            isPhonetic = false
        } else if element == Self.sheetData {
            isData = false
        }
        return problem == nil
    }

    mutating func text(_ text: Span<UInt8>) {
        switch collected {
        case .none: break
        case .value: if value.count < SheetLimits.cell { value.append(copying: text) }
        case .inline: if inline.count < SheetLimits.cell { inline.append(copying: text) }
        }
    }

    private mutating func beginRow() {
        let row = spool.row
        let number = nextRow > 0 ? nextRow : row + 1
        if number > SheetLimits.rows { return refuse(.tooManyRows) }
        // A row that comes in two parts goes on where the first part ended.
        if number < row || nextColumn >= 0 { return refuse(.disorder(row: number)) }
        if number != row { column = -1 }
        do { try spool.beginRow(number, isHidden: nextHidden) } catch { refuse(error) }
    }

    private mutating func beginCell() {
        let row = spool.row
        let place = nextColumn >= 0 ? nextColumn : column + 1
        if place >= SheetLimits.columns { return refuse(.tooManyColumns(row: max(row, 1))) }
        if place <= column || isCell || row == 0 || nextRow > 0 && nextRow != row {
            return refuse(.disorder(row: max(row, 1)))
        }
        isCell = true
        column = place
        type = nextType
        style = nextStyle
        hasFormula = false
        hasValue = false
        hasInline = false
        value.removeAll(keepingCapacity: true)
        inline.removeAll(keepingCapacity: true)
    }

    private mutating func endCell() {
        isCell = false
        // A cell may hold its text twice; which one counts, its type says.
        if hasInline, type == .inline || value.isEmpty {
            swap(&value, &inline)
            type = .inline
        }
        if value.isEmpty {
            if hasFormula, !(hasValue && type == .string) { formulas += 1 }
            return
        }
        do { try add() } catch { refuse(error) }
    }

    /// Writes the cell at hand, whose text is `value`.
    private mutating func add() throws(WorkbookProblem) {
        var kind = CellKind.text
        switch type {
        case .number: kind = formats.isDay(style: style) ? .day : .number
        case .asIs: break
        case .boolean:
            if value == [48] { value = Array("FALSE".utf8) }
            if value == [49] { value = Array("TRUE".utf8) }
        case .string, .inline: EscapedText.decode(&value)
        case .shared:
            guard let number = Int(digits: value.span) else { throw .noSuchString(row: spool.row) }
            value.removeAll(keepingCapacity: true)
            guard try strings.copy(number, to: &value) else { throw .noSuchString(row: spool.row) }
        }
        if value.isEmpty { return }
        let cell = value
        try spool.add(column, kind, cell.span)
    }

    mutating func scan(_ piece: Piece, hasX14ac: Bool) throws(WorkbookProblem) -> Bool {
        let table = strings.isSpilled ? TextTable() : strings.table
        defer { column = spool.lines.lastColumn ?? column }
        return try spool.lines.take(piece, hasX14ac: hasX14ac, dayStyles: dayStyles, texts: table) {
            (cell, text) throws(WorkbookProblem) in
            column = cell.column
            style = cell.style
            value.removeAll(keepingCapacity: true)
            if cell.hasReferences { CharacterReference.append(text, to: &value) } else { value.append(copying: text) }
            switch cell.kind {
            case .number: type = .number
            case .text: type = .inline
            case .boolean: type = .boolean
            case .asIs: type = .asIs
            case .shared(let number):
                guard try strings.copy(number, to: &value) else { throw .noSuchString(row: spool.row) }
                type = .asIs
            }
            try add()
        }
    }

    private mutating func refuse(_ found: WorkbookProblem) {
        if problem == nil { problem = found }
    }

    private mutating func addMerge() {
        guard let nextArea else { return }
        if merges.count >= SheetLimits.merges { return refuse(.tooManyMerges) }
        merges.append(nextArea)
    }

    /// `12` of a row, `AB12` of a cell.
    private mutating func readReference(_ value: Span<UInt8>) {
        let (column, row) = CellReference.read(value)
        nextColumn = column - 1
        nextRow = row ?? SheetLimits.rows + 1
    }

    private static func type(_ value: Span<UInt8>) -> CellType {
        switch (value.count, value.isEmpty ? 0 : value[0]) {
        case (1, UInt8(ascii: "s")): .shared
        case (1, UInt8(ascii: "b")): .boolean
        case (1, UInt8(ascii: "e")), (1, UInt8(ascii: "d")): .asIs
        case (1, _): .number
        case (3, UInt8(ascii: "s")): .string
        default: .inline
        }
    }
}
