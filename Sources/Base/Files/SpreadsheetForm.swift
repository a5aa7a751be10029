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
        if !isHeading, identities.contains(column), let identity = Self.identity(cell) {
            let isWhole = identity.allSatisfy(Self.isWhole)
            let quotes = isWhole ? [Self.quote] : [Self.quote, Self.quote]
            let wrapped = [UInt8(ascii: "=")] + quotes + identity + quotes
            written += isWhole ? wrapped : [Self.quote] + wrapped + [Self.quote]
        } else if !isHeading, decimals.contains(column) {
            written += cell.map { $0 == UInt8(ascii: ".") ? 0x2C : $0 }
        } else if first != Self.quote, cell.contains(Self.delimiter) {
            written += [Self.quote] + cell + [Self.quote]
        } else {
            written += cell
        }
    }

    /// What a cell holds where `="…"` may hold it: anything that parts no cell, or a number with what parts its digits,
    /// which a spreadsheet would take for a number and round.
    private static func identity(_ cell: [UInt8]) -> [UInt8]? {
        guard cell.count <= longest else { return nil }
        var text = cell
        if cell.first == quote {
            text = []
            var at = 1
            while at < cell.count - 1 {
                text.append(cell[at])
                at += cell[at] == quote ? 2 : 1
            }
        }
        let guarded = text.first == UInt8(ascii: "'") ? Array(text.dropFirst()) : text
        let bare = unwrapped(guarded)
        if bare.count < guarded.count, bare.allSatisfy(isWhole) { return bare }
        let isNumber = text.allSatisfy { 48...57 ~= $0 || $0 == 0x2C || $0 == UInt8(ascii: ".") || $0 == 0x20 }
        return cell.first != quote && text.allSatisfy(isWhole) || isNumber ? text : nil
    }

    /// A cell without the wrapper `="…"` that keeps its digits.
    public static func unwrapped(_ cell: [UInt8]) -> [UInt8] {
        guard cell.count >= 3, cell[0] == UInt8(ascii: "="), cell[1] == quote, cell[cell.count - 1] == quote,
            !cell[2..<cell.count - 1].contains(quote)
        else { return cell }
        return Array(cell[2..<cell.count - 1])
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
