import Diagnostics

/// What the first bytes of a list as text say before any record is read: its encoding, line ends and a `sep=` line.
struct FileBeginning {
    var encoding = Dialect.Encoding.utf8
    var newline = Dialect.Newline.lf
    /// The byte that a `sep=` line names.
    var separator: UInt8?
    /// Where the first record begins.
    var start = 0

    /// Line ends are judged by so many bytes.
    static let newlineWindow = 64 << 10

    /// Reads the beginning; throws where there is nothing in it.
    init(_ head: [UInt8], isWhole: Bool, file: String) throws(Failure) {
        if head.isEmpty { throw Failure(.input, OpeningProblem.empty(file)) }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8WithMark
            start = 3
        }
        if head[start...].allSatisfy({ $0 <= 32 }), isWhole { throw Failure(.input, OpeningProblem.empty(file)) }
        if !Self.isUTF8(head, isWhole: isWhole) { encoding = .windows1252 }
        newline = Self.newline(head.prefix(Self.newlineWindow))
        readSeparatorLine(head)
    }

    /// LF, perhaps behind a CR, where one stands outside quotes; or else CR, if one does.
    private static func newline(_ window: ArraySlice<UInt8>) -> Dialect.Newline {
        guard let lineFeed = window.firstIndex(of: 10) else { return window.contains(13) ? .cr : .lf }
        var isQuoted = false
        var hasReturn = false
        for (place, byte) in zip(window.indices, window) {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 10 where !isQuoted:
                return place > window.startIndex && window[place - 1] == 13 ? .crlf : .lf
            case 13 where !isQuoted:
                if place + 1 < window.endIndex, window[place + 1] != 10 { hasReturn = true }
            default: break
            }
        }
        if hasReturn { return .cr }
        return lineFeed > window.startIndex && window[lineFeed - 1] == 13 ? .crlf : .lf
    }

    /// `sep=;` as the first line, perhaps in quotes, is an order to spreadsheets and no record.
    private mutating func readSeparatorLine(_ head: [UInt8]) {
        let lineEnd: UInt8 = newline == .cr ? 13 : 10
        guard let end = head[start...].firstIndex(of: lineEnd), end - start <= 16 else { return }
        var line = Array(head[start..<end])
        if line.last == 13 { line.removeLast() }
        if line.count >= 2, line.first == 0x22, line.last == 0x22 { line = Array(line.dropFirst().dropLast()) }
        guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }) == [0x73, 0x65, 0x70, 0x3D | 0x20] else { return }
        separator = line[4]
        start = end + 1
    }

    /// Whether all bytes are UTF-8, but for a character cut off at the end of a part.
    private static func isUTF8(_ head: [UInt8], isWhole: Bool) -> Bool {
        if head.allSatisfy({ $0 < 0x80 }) { return true }
        if Windows1252.isUTF8(head.span) { return true }
        guard !isWhole else { return false }
        return (1...3).contains { cut in
            cut < head.count && Windows1252.isUTF8(head.span.extracting(0..<(head.count - cut)))
        }
    }
}
