import Civil

@testable import Tabular

/// Cells as dates: what is read is written and read again, alone or amid other text.
enum DateTarget {
    static func take(_ bytes: [UInt8]) {
        let reading = DateReading.read(bytes.span)
        let amid = [0x2C] + bytes + [0x2C]
        precondition(DateReading.read(amid.span, from: 1, to: 1 + bytes.count) == reading)
        if case .date(let day) = reading {
            precondition(day >= .earliest && day <= .latest)
            var text: [UInt8] = []
            day.append(to: &text)
            precondition(DateReading.read(text.span) == .date(day))
        }
        for from1904 in [true, false] {
            var text: [UInt8] = []
            if CellNumber.appendDay(bytes.span, from1904: from1904, to: &text) {
                precondition(text.count == 10)
            } else {
                precondition(text.isEmpty)
            }
        }
        var number: [UInt8] = []
        CellNumber.append(bytes.span, to: &number)
        precondition(number.count <= max(bytes.count, 22))
    }
}
