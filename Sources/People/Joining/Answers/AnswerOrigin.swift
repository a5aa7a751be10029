/// Which row of which list a cell names: `dp4.csv:15`, `dp4.xlsx#TPS 1:15`. What stands behind the last colon is the row.
public struct AnswerOrigin: Sendable, Hashable {
    /// The name under which rows of the list stand in results.
    public let list: String
    /// As a spreadsheet shows it, from 1 on.
    public let row: Int

    public init(list: String, row: Int) {
        self.list = list
        self.row = row
    }

    /// Nil where the text names none.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...].utf8.filter { $0 != 0x20 }
        guard 1...12 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        row = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        var name = text[..<colon]
        while name.utf8.first == 0x20 { name.removeFirst() }
        list = String(name)
        if row == 0 || list.isEmpty { return nil }
    }
}
