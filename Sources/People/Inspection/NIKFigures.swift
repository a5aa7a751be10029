import Civil
import RoleLists
import Schema

/// What a survey counted of a list's NIKs.
enum NIKFigures {
    static func of(_ survey: ListSurvey, in list: OpenList) -> Inspection.NIKs? {
        guard let cell = survey.columns.firstIndex(where: { $0.kind == .nik }) else { return nil }
        let (repeated, rows) = repetition(survey.keys)
        return Inspection.NIKs(
            column: cell, usable: survey.keys.count,
            findings: NIKFinding.allCases.compactMap { finding in
                let count = survey.findings[Int(finding.rawValue)]
                return count == 0 ? nil : Inspection.CodeWord(word: finding.id, code: nil, count: count)
            },
            repeated: repeated, rowsOfRepeated: rows,
            endingInZero: survey.keys.count { $0 % 10 == 0 })
    }

    private static func repetition(_ keys: [UInt64]) -> (niks: Int, rows: Int) {
        let sorted = keys.sorted()
        var niks = 0
        var rows = 0
        var run = 1
        for place in sorted.indices.dropFirst() {
            if sorted[place] == sorted[place - 1] {
                run += 1
                if run == 2 { niks += 1 }
                rows += run == 2 ? 2 : 1
            } else {
                run = 1
            }
        }
        return (niks, rows)
    }
}
