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
        let window = head.prefix(Self.newlineWindow)
        if let lineFeed = window.firstIndex(of: 10) {
            newline = lineFeed > 0 && window[lineFeed - 1] == 13 ? .crlf : .lf
        } else if window.contains(13) {
            newline = .cr
        }
        readSeparatorLine(head)
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
