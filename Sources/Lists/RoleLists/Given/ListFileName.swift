import Civil

/// What a file in a folder may be, by its name alone.
public enum ListFileName: Sendable, Equatable {
    /// Perhaps a list; of some forms that are told and not read, so that they are not passed over.
    case list
    /// What an office program leaves beside a workbook that somebody has open.
    case lock
    case hidden
    case other

    private static let endings: Set = ["csv", "txt", "tsv", "tab", "xlsx", "xlsm", "xls", "xlsb", "ods", "dbf"]

    public init(_ name: String) {
        if name.hasPrefix("~$") || name.hasPrefix(".~lock.") {
            self = .lock
        } else if name.hasPrefix(".") {
            self = .hidden
        } else {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            let isList = parts.count > 1 && parts.last.map { Self.endings.contains($0.lowercased()) } ?? false
            self = isList ? .list : .other
        }
    }

    /// The name as messages have it: a number that may be somebody's stands masked to its first six digits.
    public static func shown(_ name: String) -> String {
        var shown = ""
        var digits = ""
        func flush() {
            shown += digits.count < 16 ? digits : Masking.kpu2020.mask(digits)
            digits = ""
        }
        for character in name {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                flush()
                shown.append(character)
            }
        }
        flush()
        return shown
    }
}
