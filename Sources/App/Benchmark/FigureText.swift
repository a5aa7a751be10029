/// Figures for people to read: right-aligned columns, three or four significant digits.
enum FigureText {
    static func count(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `12.3`, with as many digits behind the point as asked for.
    static func decimal(_ number: Double, _ places: Int) -> String {
        DecimalText.of(number, places)
    }

    /// The text and as many blanks as it is shorter than so many characters.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// `61.2 M/s`.
    static func rate(_ perSecond: Double) -> String { "\(decimal(perSecond / 1e6, perSecond < 1e7 ? 2 : 1)) M/s" }

    /// `2.31 GB/s`.
    static func bytesRate(_ perSecond: Double) -> String { "\(decimal(perSecond / 1e9, 2)) GB/s" }

    static func mebibytes(_ bytes: Int) -> String { "\(decimal(Double(bytes) / 1_048_576, 1)) MiB" }

    /// Rows of cells: the first column to the left, all others to the right.
    static func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + blank : blank + cell
            }
            var line = "  " + cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
