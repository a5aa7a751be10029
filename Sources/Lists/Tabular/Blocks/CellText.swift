/// The text of a single cell, for the places that are not hot.
enum CellText {
    /// The cell without its quotes; bytes that are not UTF-8 are read as Windows-1252.
    static func plain(_ cell: Span<UInt8>, quoting: Bool) -> String {
        var bytes: [UInt8] = []
        appendUnquoted(cell, quoting: quoting, to: &bytes)
        return Windows1252.text(bytes)
    }

    /// Appends the cell's bytes, without the quotes around it and with `""` as `"`.
    static func appendUnquoted(_ cell: Span<UInt8>, quoting: Bool, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        guard quoting, cell.count >= 2, cell[0] == quote, cell[cell.count - 1] == quote else {
            for index in cell.indices { bytes.append(cell[index]) }
            return
        }
        var index = 1
        while index < cell.count - 1 {
            bytes.append(cell[index])
            index += cell[index] == quote ? 2 : 1
        }
    }
}
