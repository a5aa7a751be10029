import Columns

/// Turns lines of `CSVRow` into the form that a spreadsheet set to Indonesian opens as it stands: a byte order mark, `;`
/// between cells, CR LF behind rows, identities as `="…"` so that no digit is lost, decimals with a comma.
///
/// Text comes piece by piece; a piece may end anywhere. What was guarded against formulas stays guarded.
public struct SpreadsheetForm: Sendable {
    /// What a file of this form begins with.
    public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    public static let delimiter = UInt8(ascii: ";")

    private let identities: Set<Int>
    private let decimals: Set<Int>
    /// The cell begun, with its quotes.
    private var cell: [UInt8] = []
    private var column = 0
    private var isQuoted = false
    private var isHeading = true

    /// - Parameters:
    ///   - identities: places of columns of numbers that are names, such as NIKs.
    ///   - decimals: places of columns of decimal fractions.
    public init(identities: Set<Int> = [], decimals: Set<Int> = []) {
        self.identities = identities
        self.decimals = decimals
    }

    /// Appends to `written` what `text` makes whole.
    public mutating func append(_ text: Span<UInt8>, to written: inout [UInt8]) {
        var at = 0
        while at < text.count {
            let byte = text[at]
            at &+= 1
            if byte == Self.quote { isQuoted.toggle() }
            if isQuoted || byte != 0x2C && byte != 0x0A {
                cell.append(byte)
                continue
            }
            endCell(to: &written)
            if byte == 0x2C {
                written.append(Self.delimiter)
                column &+= 1
            } else {
                written.append(0x0D)
                written.append(0x0A)
                column = 0
                isHeading = false
            }
        }
    }

    private static let quote = UInt8(ascii: "\"")

    private mutating func endCell(to written: inout [UInt8]) {
        defer { cell.removeAll(keepingCapacity: true) }
        guard let first = cell.first else { return }
        if !isHeading, identities.contains(column), cell.count <= Self.longest, cell.allSatisfy(Self.isWhole) {
            written.append(UInt8(ascii: "="))
            written.append(Self.quote)
            written += cell
            written.append(Self.quote)
        } else if !isHeading, identities.contains(column), first == Self.quote, let number = Self.quotedNumber(cell) {
            // Quoted as a cell: a comma may stand in it.
            written += Array("\"=\"\"".utf8) + number + Array("\"\"\"".utf8)
        } else if !isHeading, decimals.contains(column) {
            written += cell.map { $0 == UInt8(ascii: ".") ? 0x2C : $0 }
        } else if first != Self.quote, cell.contains(Self.delimiter) {
            written += [Self.quote] + cell + [Self.quote]
        } else {
            written += cell
        }
    }

    /// The number in a quoted cell, which a spreadsheet would round: digits that a comma parts, or a number that was in
    /// `="…"` already (a `'` before it guards that).
    private static func quotedNumber(_ cell: [UInt8]) -> [UInt8]? {
        guard cell.count <= longest else { return nil }
        var text: [UInt8] = []
        var at = 1
        while at < cell.count - 1 {
            text.append(cell[at])
            at += cell[at] == quote ? 2 : 1
        }
        if text.starts(with: Array("'=".utf8)) { text.removeFirst() }
        let number = unwrapped(text)
        return number.allSatisfy(isOfNumber) ? number : nil
    }

    /// A number without the wrapper `="…"` that keeps its digits; any other cell as it is, since what a formula may stand in
    /// stays guarded.
    public static func unwrapped(_ cell: [UInt8]) -> [UInt8] {
        guard cell.count >= 3, cell[0] == UInt8(ascii: "="), cell[1] == quote, cell[cell.count - 1] == quote,
            cell[2..<cell.count - 1].allSatisfy(isOfNumber)
        else { return cell }
        return Array(cell[2..<cell.count - 1])
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte == 0x2C || byte == UInt8(ascii: ".") || byte == 0x20
    }

    /// A longer cell is no identity, and no spreadsheet takes a text of more than 255 characters in a formula.
    private static let longest = 64

    /// Whether a byte ends neither the text nor the cell of `="…"`, at whatever sign a spreadsheet parts cells.
    private static func isWhole(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != quote && byte != 0x2C && byte != delimiter
    }
}

extension CSVText {
    /// The same lines as a spreadsheet opens them.
    public func bytes(for form: SpreadsheetForm?) -> [UInt8] {
        guard var form else { return bytes }
        var written = SpreadsheetForm.mark
        form.append(bytes.span, to: &written)
        return written
    }
}
