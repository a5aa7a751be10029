/// Rows of other lists in which nothing says whose they are ("Which rows are people", `skipped_note`).
enum NamelessRow {
    private static let dates = [
        "birth_date", "recorded_on", "printed_on", "issued_on", "answered_on", "since", "died_on", "moved_on",
        "judged_on",
        "until", "certified_on", "found_on", "date",
    ]

    /// - Parameter cells: by column.
    static func isNameless(_ cells: [String: String]) -> Bool {
        // Of more than sixteen digits it is none where nothing else can be read.
        let hasKey = NIKReading(cells["nik"] ?? "").key != nil || (8...16).contains(digits(cells["nik"]))
        // Zeros with any divider are no date that somebody wrote.
        let hasDate = dates.map { cells[$0] ?? "" }.contains { cell in
            DateCell(cell).day != nil || digits(cell) >= 4 && cell.contains { ("1"..."9").contains($0) }
        }
        let words = [("class", Codes.recordingStatus), ("answer", Codes.answer), ("institution", Codes.institution)]
        let hasWord = (words + [("sex", Codes.sex)]).contains { column, table in
            let cell = cells[column] ?? ""
            return Codes.code(cell, table) != nil && !Text.isDigits(Text.normal(cell))
        }
        let hasNumber = ["sex", "code"].contains { Text.isDigits(Text.normal(cells[$0] ?? "")) && cells[$0] != "0" }
        return !hasKey && !hasDate && !hasWord && !(hasNumber && Text.hasLetter(cells["name"] ?? ""))
    }

    private static func digits(_ cell: String?) -> Int { (cell ?? "").unicodeScalars.filter(Text.isDigit).count }
}
