/// A cell of an office's sheet, before it is text or part of a workbook.
enum OfficeCell: Sendable, Equatable {
    case empty
    case text(String)
    /// A number cell of a workbook; in text, its digits.
    case number(String)
    /// A day: in a workbook a number that a style makes a date.
    case day(Day)

    var isEmpty: Bool { self == .empty }

    /// As a CSV file has it.
    var text: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text): text
        case .day(let day): "\(Day.padded(day.day, 2))/\(Day.padded(day.month, 2))/\(day.year)"
        }
    }
}

extension OfficeCell: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self = text.isEmpty ? .empty : .text(text) }
}
