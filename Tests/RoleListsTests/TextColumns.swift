import Columns

extension TextColumn {
    /// Cells laid out one after the other, and the text they stand in.
    static func of(_ cells: [String]) -> (text: [UInt8], cells: TextColumn) {
        var text: [UInt8] = []
        var column = TextColumn()
        for cell in cells {
            column.starts.append(UInt32(text.count))
            text += Array(cell.utf8)
            column.ends.append(UInt32(text.count))
            text.append(UInt8(ascii: ","))
        }
        return (text, column)
    }
}
