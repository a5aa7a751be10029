import Diagnostics
import RunFolder

/// A column of `changed.xlsx`: what it holds, what it is called, how wide it is in characters.
struct ChangedColumn: Sendable {
    enum Content: Hashable, Sendable {
        /// As a list of the later run has it, else one of the earlier.
        case cell(PersonColumn)
        /// The same of where somebody lives and votes: of the earlier run only where the region is still the same.
        case home(PersonColumn)
        case change
        case outcomeBefore, outcome
        case codeBefore, code
        /// The reasons that hold now and did not before.
        case why
        case regionBefore, region
        case list, row
        /// The as-of date of the run whose list says who it is.
        case source
        /// What the reader must know before anything is done.
        case doubt
    }

    var content: Content
    /// Nil where it is called what lists call it.
    var heading: Bilingual?
    var width: Double

    private init(_ column: PersonColumn, _ width: Double) {
        content = .cell(column)
        self.width = width
    }

    private init(home column: PersonColumn, _ width: Double) {
        content = .home(column)
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
        .init(.codeBefore, "Kode KPU sebelum", "KPU code before", 8),
        .init(.outcome, "Sesudah", "After", 18),
        .init(.code, "Kode KPU sesudah", "KPU code after", 8),
        .init(.why, "Alasan baru", "New reasons", 26),
        .init(.cell(.nextStep), "Langkah berikutnya", "Next step", 20),
        .init(.doubt, "Perhatian", "Mind", 26),
        .init(.birthDate, 11),
        .init(.source, "Nama menurut data per", "Name as of", 11),
        .init(.region, "Desa/kelurahan", "Desa/kelurahan", 20),
        .init(.regionBefore, "Desa/kelurahan sebelumnya", "Desa/kelurahan before", 20),
        .init(home: .address, 24),
        .init(home: .rt, 5),
        .init(home: .rw, 5),
        .init(home: .tps, 6),
        .init(.list, "Daftar asal", "List", 18),
        .init(.row, "Baris", "Row", 8),
    ]

    /// Columns that stay in sight: who it is.
    static let frozen = 2
}
