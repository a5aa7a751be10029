import Diagnostics
import RunFolder

/// A column of `changed.xlsx`: what it holds, what it is called, how wide it is in characters.
struct ChangedColumn: Sendable {
    enum Content: Hashable, Sendable {
        /// As the later list has it, else the earlier one.
        case cell(PersonColumn)
        case change
        case outcomeBefore, outcome
        /// The reasons that hold now and did not before.
        case why
        case regionBefore, region
        case list, row
    }

    var content: Content
    /// Nil where it is called what lists call it.
    var heading: Bilingual?
    var width: Double

    private init(_ column: PersonColumn, _ width: Double) {
        content = .cell(column)
        self.width = width
    }

    private init(_ content: Content, _ indonesian: String, _ english: String, _ width: Double) {
        self.content = content
        heading = Bilingual(id: indonesian, en: english)
        self.width = width
    }

    /// Who it is, what changed, what is to be done, and where the person and the row are found.
    static let all: [ChangedColumn] = [
        .init(.name, 24),
        .init(.nik, 18),
        .init(.change, "Perubahan", "Change", 20),
        .init(.outcomeBefore, "Sebelum", "Before", 18),
        .init(.outcome, "Sesudah", "After", 18),
        .init(.why, "Alasan baru", "New reasons", 26),
        .init(.cell(.nextStep), "Langkah berikutnya", "Next step", 20),
        .init(.birthDate, 11),
        .init(.region, "Desa/kelurahan", "Desa/kelurahan", 20),
        .init(.regionBefore, "Desa/kelurahan sebelumnya", "Desa/kelurahan before", 20),
        .init(.address, 24),
        .init(.rt, 5),
        .init(.rw, 5),
        .init(.tps, 6),
        .init(.list, "Daftar asal", "List", 18),
        .init(.row, "Baris", "Row", 8),
    ]

    /// Columns that stay in sight: who it is.
    static let frozen = 2
}
