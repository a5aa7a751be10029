import Diagnostics
import RunFolder

/// A column of the workbooks of people: of which cells, what it is called, how wide it is in characters.
struct WorkbookColumn: Sendable {
    enum Content: Hashable, Sendable {
        case cell(PersonColumn)
        /// The name of the row's region.
        case regionName
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

    /// Who it is, where, what became of them, and the row of the list it says so of.
    static let all: [WorkbookColumn] = [
        .init(.name, 22),
        .init(.nik, 18),
        .init(.cell(.nextStep), "Langkah berikutnya", "Next step", 20),
        .init(.cell(.outcome), "Keputusan", "Outcome", 18),
        .init(.cell(.reasons), "Alasan", "Reasons", 26),
        .init(.cell(.code), "Kode KPU", "KPU code", 6),
        .init(.cell(.status), "Status perekaman", "Recording status", 15),
        .init(.cell(.recordedOn), "Tanggal perekaman", "Recorded on", 11),
        .init(.nkk, 18),
        .init(.birthPlace, 13),
        .init(.birthDate, 11),
        .init(.sex, 9),
        .init(.maritalStatus, 12),
        .init(.disability, 12),
        .init(.address, 24),
        .init(.rt, 5),
        .init(.rw, 5),
        .init(.tps, 6),
        .init(.region, 12),
        .init(.regionName, "Desa/kelurahan", "Desa/kelurahan", 18),
        .init(.cell(.list), "Daftar asal", "List", 16),
        .init(.cell(.row), "Baris", "Row", 8),
    ]

    /// The last heading that says who somebody is stays in sight.
    static let frozen = 2
}
