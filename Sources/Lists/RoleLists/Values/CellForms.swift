import Civil
import Columns

/// The forms of cells that are read many at once, by what is known of NIKs and dates.
enum CellForms {
    /// Sixteen digits without a finding, as a number.
    static let nik = DigitForm(
        length: 16, marks: [],
        pairs: (0..<8).map { DigitForm.Pair(($0 * 2, $0 * 2 + 1), times: $0.isMultiple(of: 2) ? 100 : 1) },
        bounds: NIK.plainPairs, fours: [10_000, 1, 10_000, 1], halves: 100_000_000)

    /// By place in `PlainDateForm.all`: dates as their packed parts.
    static let dates = PlainDateForm.all.map { form in
        DigitForm(
            length: PlainDateForm.length, marks: [(form.marks.0, form.mark), (form.marks.1, form.mark)],
            pairs: [DigitForm.Pair](repeating: DigitForm.Pair(nil, times: 0), count: 4) + [
                DigitForm.Pair((form.year, form.year + 1), times: 100),
                DigitForm.Pair((form.year + 2, form.year + 3), times: 1),
                DigitForm.Pair((form.month, form.month + 1), times: 1 << 5),
                DigitForm.Pair((form.day, form.day + 1), times: 1),
            ],
            bounds: [
                [DigitForm.Bounds.Element](repeating: [0...0], count: 4)
                    + [[PlainDateForm.centuries], [0...99], [PlainDateForm.months], [PlainDateForm.days]]
            ], fours: [0, 0, 1 << 9, 1], halves: 0)
    }
}
