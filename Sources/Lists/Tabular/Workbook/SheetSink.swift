import Columns

/// Reads the part of one sheet: rows and cells of `sheetData`, in order (ECMA-376 part 1, 18.3.1).
struct SheetSink: XMLSink {
    private(set) var problem: WorkbookProblem?
    var spool: SheetSpool
    /// Given back when the sheet is read, for the next one.
    var strings: SharedStrings
    /// Formulas whose last result was not stored: their cells are empty.
    private(set) var formulasWithoutResult = 0
    /// Filled rows that the sheet hides.
    private(set) var hiddenRows = 0

    private let formats: NumberFormats
    private var isData = false
    private var isCell = false
    private var isInline = false
    private var isPhonetic = false
    private var isCollecting = false
    private var hasFormula = false
    private var isHidden = false
    private var rowHoldsAny = false
    private var row = 0
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var bytes: [UInt8] = []
    // Attributes of the element that begins next.
    private var nextRow = 0
    private var nextColumn = -1
    private var nextType = CellType.number
    private var nextStyle = 0
    private var nextHidden = false

    private enum CellType: UInt8 {
        case number, shared, text, boolean, asIs
    }

    private static let sheetData = XMLName("sheetData")
    private static let rowName = XMLName("row")
    private static let cell = XMLName("c")
    private static let value = XMLName("v")
    private static let formula = XMLName("f")
    private static let inline = XMLName("is")
    private static let textName = XMLName("t")
    private static let phonetic = XMLName("rPh")
    private static let reference = XMLName("r")
    private static let styleName = XMLName("s")
    private static let hidden = XMLName("hidden")

    init(_ spool: SheetSpool, _ strings: SharedStrings, _ formats: NumberFormats) {
        self.spool = spool
        self.strings = strings
        self.formats = formats
    }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        guard isData else { return }
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
        guard isData else {
            isData = element == Self.sheetData
            return true
        }
        if element == Self.cell {
            beginCell()
        } else if element == Self.value {
            isCollecting = isCell
        } else if element == Self.rowName {
            beginRow()
        } else if element == Self.textName {
            isCollecting = isInline && !isPhonetic
        } else if element == Self.formula {
            hasFormula = isCell
        } else if element == Self.inline {
            isInline = isCell
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
        guard isData else { return true }
        if element == Self.cell {
            endCell()
        } else if element == Self.value || element == Self.textName {
            isCollecting = false
        } else if element == Self.rowName {
            if isHidden, rowHoldsAny { hiddenRows += 1 }
            do { try spool.endRow() } catch { problem = error }
        } else if element == Self.inline {
            isInline = false
        } else if element == Self.phonetic {
            isPhonetic = false
        } else if element == Self.sheetData {
            isData = false
        }
        return problem == nil
    }

    mutating func text(_ text: Span<UInt8>) {
        if isCollecting, bytes.count < SheetLimits.cell { bytes.append(copying: text) }
    }

    private mutating func beginRow() {
        let number = nextRow > 0 ? nextRow : row + 1
        if number > SheetLimits.rows { return refuse(.tooManyRows) }
        if number <= row || nextColumn >= 0 { return refuse(.disorder(row: number)) }
        row = number
        column = -1
        isHidden = nextHidden
        rowHoldsAny = false
        spool.beginRow(number)
    }

    private mutating func beginCell() {
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
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func endCell() {
        isCell = false
        if bytes.isEmpty {
            if hasFormula { formulasWithoutResult += 1 }
            return
        }
        switch type {
        case .number: add(formats.isDay(style: style) ? .day : .number)
        case .asIs: add(.text)
        case .boolean:
            if bytes == [48] { bytes = Array("FALSE".utf8) }
            if bytes == [49] { bytes = Array("TRUE".utf8) }
            add(.text)
        case .text:
            EscapedText.decode(&bytes)
            add(.text)
        case .shared:
            guard let number = Int(digits: bytes.span) else { return refuse(.noSuchString(row: row)) }
            bytes.removeAll(keepingCapacity: true)
            do {
                guard try strings.copy(number, to: &bytes) else { return refuse(.noSuchString(row: row)) }
            } catch {
                return refuse(error)
            }
            add(.text)
        }
    }

    private mutating func add(_ kind: CellKind) {
        if bytes.isEmpty { return }
        rowHoldsAny = true
        let cell = bytes
        spool.add(column, kind, cell.span)
    }

    private mutating func refuse(_ found: WorkbookProblem) {
        if problem == nil { problem = found }
    }

    /// `12` of a row, `AB12` of a cell.
    private mutating func readReference(_ value: Span<UInt8>) {
        var column = 0
        var at = 0
        while at < value.count, (value[at] | 0x20) &- 97 < 26, at < 6 {
            column = column * 26 + Int((value[at] | 0x20) &- 96)
            at += 1
        }
        nextColumn = column - 1
        nextRow = Int(digits: value.extracting(at..<value.count)) ?? SheetLimits.rows + 1
    }

    private static func type(_ value: Span<UInt8>) -> CellType {
        switch (value.count, value.isEmpty ? 0 : value[0]) {
        case (1, UInt8(ascii: "s")): .shared
        case (1, UInt8(ascii: "b")): .boolean
        case (1, UInt8(ascii: "e")), (1, UInt8(ascii: "d")): .asIs
        case (1, _): .number
        default: .text
        }
    }
}
