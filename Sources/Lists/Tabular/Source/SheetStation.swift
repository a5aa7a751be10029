public import Schema

/// What the name of a sheet says: often one sheet holds one polling station.
public enum SheetStation {
    /// The polling station that a sheet's name gives to rows without one of their own.
    ///
    /// `TPS 001`, `TPS-1`, `DESA SUKA TPS 3` and `001` say so by themselves. Any other name does only where the
    /// workbook holds several lists, and is then the station's name; a name that the spreadsheet gave is none.
    ///
    /// - Parameter column: the station's column, whose headings are the words for it.
    public static func station(_ name: String, column: ListSchema.Column, isOneOfSeveral: Bool) -> String? {
        let folded = Folding.heading(name)
        if (1...4).contains(folded.utf8.count), folded.utf8.allSatisfy(isDigit) { return folded }
        for heading in column.headings.map(Folding.heading).sorted(by: { $0.count > $1.count }) where !heading.isEmpty {
            guard let range = folded.lastRange(of: heading) else { continue }
            let rest = folded[range.upperBound...]
            let digits = rest.utf8.prefix(while: isDigit)
            if !digits.isEmpty { return String(rest.prefix(digits.count)) }
            if range.lowerBound == folded.startIndex, !rest.isEmpty { return String(rest) }
        }
        guard isOneOfSeveral, !isGiven(folded) else { return nil }
        return name
    }

    /// `Sheet1`, `Lembar2`, `Worksheet`, `Sheet1 (2)`.
    private static func isGiven(_ folded: String) -> Bool {
        let letters = folded.filter { $0.isLetter }
        return ["SHEET", "LEMBAR", "LEMBARKERJA", "WORKSHEET", "TABLE", "TABEL"].contains(letters) || letters.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }
}

extension String {
    /// Where another text stands in this one, the last time.
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        guard !text.isEmpty else { return nil }
        var found: Range<String.Index>?
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { found = start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return found
    }
}
