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
            if let station = station(behind: heading, in: name) { return station }
        }
        guard isOneOfSeveral, !isGiven(folded) else { return nil }
        return name
    }

    /// `1` of `TPS-1`, `3` of `DESA SUKA TPS 3`, `7A` of `TPS 7A`, `1-2` of `TPS 1-2`: what is no number stays text, so that
    /// two stations are never one.
    private static func station(behind heading: String, in name: String) -> String? {
        let words = Folding.code(name)
        var end = words.endIndex
        var found: Substring?
        while found == nil, end > words.startIndex {
            if Folding.heading(String(words[..<end])).hasSuffix(heading) { found = words[end...] }
            end = words.index(before: end)
        }
        let rest = (found ?? "").split(separator: " ")
        guard let first = rest.first else { return nil }
        let isFirst = Folding.heading(name).hasPrefix(heading)
        guard isFirst || first.utf8.contains(where: isDigit) else { return nil }
        let numbers = rest.prefix { $0.utf8.allSatisfy(isDigit) }
        return numbers.isEmpty ? String(first) : numbers.joined(separator: "-")
    }

    /// `Sheet1`, `Lembar2`, `Worksheet`, `Sheet1 (2)`.
    private static func isGiven(_ folded: String) -> Bool {
        let letters = folded.filter { $0.isLetter }
        return ["SHEET", "LEMBAR", "LEMBARKERJA", "WORKSHEET", "TABLE", "TABEL"].contains(letters) || letters.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }
}
