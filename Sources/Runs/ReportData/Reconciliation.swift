import RoleLists
import Rules
public import RunFolder

/// The equations that show that no row and no person is lost.
public struct Reconciliation {
    public enum Part {
        /// Rows of the population lists.
        case rows(Int)
        case total(Total)
        case outcome(String)
    }

    public struct Line {
        public var title: String
        /// Nil: the rows read.
        public var left: Total?
        public var parts: [Part]
        public var values: (left: Int, right: Int)

        public var holds: Bool { values.left == values.right }
    }

    public let lines: [Line]

    public init(_ source: ReportSource) {
        let rows = source.figures.rows
        let words = source.areas.words
        let total = source.areas.total
        let eligible = words.outcomes(of: .eligible)
        let counts = Dictionary(zip(words.outcomes.map(\.id), total.outcomes)) { first, _ in first }
        lines = [
            Line(
                title: source.text(
                    "Baris dibaca = diputuskan + ditolak + dilewati", "Rows read = decided + rejected + skipped"),
                left: nil, parts: [.rows(rows.used), .rows(rows.rejected), .rows(rows.skipped)],
                values: (rows.read, rows.used + rows.rejected + rows.skipped)),
            Line(
                title: source.text(
                    "Diputuskan = memenuhi syarat + tidak", "Decided = eligible + not eligible"),
                left: .persons, parts: [.total(.eligible), .total(.ineligible)],
                values: (rows.used, total.eligible + total.ineligible)),
            Line(
                title: source.text("Memenuhi syarat = jumlah hasilnya", "Eligible = sum of its outcomes"),
                left: .eligible, parts: eligible.map { .outcome($0.id) },
                values: (total.eligible, eligible.compactMap { counts[$0.id] }.reduce(0, +))),
            Line(
                title: source.text(
                    "Memenuhi syarat = sudah rekam + belum tercakup", "Eligible = recorded + not covered"),
                left: .eligible, parts: [.total(.recorded), .total(.notRecorded)],
                values: (total.eligible, total.recorded + total.notRecorded)),
            Line(
                title: source.text("Seluruhnya = jumlah kabupaten/kota", "All = sum of kabupaten/kota"),
                left: .persons, parts: [.total(.persons)],
                values: (total.persons, source.areas.areas(.kabupaten).map(\.totals.persons).reduce(0, +))),
        ]
    }
}
