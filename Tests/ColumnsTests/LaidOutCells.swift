import Columns

/// Cells laid end to end with a comma behind each, then padding; and where they stand.
func laidOut(_ cells: [[UInt8]], padding: Int = 32) -> (text: [UInt8], cells: TextColumn) {
    var text: [UInt8] = []
    var column = TextColumn()
    for cell in cells {
        column.starts.append(UInt32(text.count))
        text += cell
        column.ends.append(UInt32(text.count))
        text.append(UInt8(ascii: ","))
    }
    text += [UInt8](repeating: UInt8(ascii: "x"), count: padding)
    return (text, column)
}
