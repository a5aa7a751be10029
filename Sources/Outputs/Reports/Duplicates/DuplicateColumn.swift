import Diagnostics
import Rules
import RunFolder

/// A column of the sheet of people who share NIKs.
struct DuplicateColumn: Sendable {
    enum Content: Hashable, Sendable {
        /// The number of the NIK on the sheet.
        case number
        /// What the rows of the NIK have in common, or that this is the first of them.
        case sign
        /// As forms write it.
        case form(FormColumn.Content)
        /// The name of the row's region.
        case region
        case outcome
        case code
        /// The reasons that the sign does not tell.
        case reasons
        case list, row
    }

    var content: Content
    /// Nil where it is called what lists call it.
    var heading: Bilingual?
    var width: Double
    /// Whether rows of one NIK are compared by it: the elements of duplicates, and where somebody votes.
    var isCompared = false

    private init(
        _ content: Content, _ indonesian: String, _ english: String, _ width: Double, isCompared: Bool = false
    ) {
        self.content = content
        heading = Bilingual(id: indonesian, en: english)
        self.width = width
        self.isCompared = isCompared
    }

    private init(_ content: FormColumn.Content, _ width: Double) {
        self.content = .form(content)
        self.width = width
        isCompared = true
    }

    /// Who it is, what they have in common, then the elements, and where the row stands.
    static let all: [DuplicateColumn] = [
        .init(.number, "No.", "No.", 5),
        .init(.nik, 18),
        .init(.name, 24),
        .init(.sign, "Tanda", "Mark", 30),
        .init(.outcome, "Keputusan", "Outcome", 18),
        .init(.code, "Kode KPU", "KPU code", 6),
        .init(.reasons, "Alasan lain", "Other reasons", 24),
        .init(.nkk, 18),
        .init(.birthPlace, 14),
        .init(.birthDate, 11),
        .init(.sex, 9),
        .init(.maritalStatus, 13),
        .init(.address, 24),
        .init(.rt, 5),
        .init(.rw, 5),
        .init(.disability, 11),
        .init(.region, "Desa/kelurahan", "Desa/kelurahan", 22, isCompared: true),
        .init(.tps, 6),
        .init(.list, "Daftar asal", "List", 18),
        .init(.row, "Baris", "Row", 8),
    ]

    /// Columns that stay in sight: up to the name.
    static let frozen = 3
}
