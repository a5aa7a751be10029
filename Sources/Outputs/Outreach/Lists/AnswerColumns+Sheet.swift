import Diagnostics
import Schema
import Tabular

/// On a sheet: where answers are chosen, and how days are written.
extension AnswerColumns {
    /// The columns of a sheet.
    var columns: [FieldSheet.Column] {
        zip(ids, [16.0, 10, 10, 20]).map { .init(heading($0), $1) }
    }

    /// Lets `rows` of a sheet take one of the known answers, and says how a day is written. The columns stand from `first` on.
    func open(_ sheet: SheetWriter, rows: ClosedRange<Int>, from first: Int) {
        guard let role, let contribution = role.contributes else { return }
        func say(_ indonesian: String, _ english: String) -> String {
            Bilingual(id: indonesian, en: english).text(in: language)
        }
        for (place, id) in ids.enumerated() {
            let column = first + place...first + place
            if id == contribution.column {
                sheet.allow(
                    role.column(id)?.codes.compactMap(\.words.first) ?? [], rows: rows, columns: column,
                    hint: (heading(id), say("Pilih satu, atau biarkan kosong", "Choose one, or leave empty")))
            } else if id == role.knownSince {
                sheet.hint(
                    title: heading(id), text: say("Tulis HH/BB/TTTT", "Write DD/MM/YYYY"), rows: rows, columns: column)
            }
        }
    }
}
