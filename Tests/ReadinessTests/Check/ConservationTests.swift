import Diagnostics
import RoleLists
import Testing

@testable import Readiness

@Suite struct ConservationTests {
    @Test(arguments: [
        (RowCounts(read: 10, used: 7, rejected: 1, skipped: 2), true), (RowCounts(), true),
        (RowCounts(read: 10, used: 4, leftOut: 3, rejected: 1, skipped: 2), false),
    ])
    func figuresThatAddUpSayNothing(rows: RowCounts, isPopulation: Bool) {
        #expect(Conservation.finding(rows, isPopulation: isPopulation, path: "a.csv") == nil)
        #expect(Conservation.finding(decided: rows.used, tallied: rows.used) == nil)
    }

    /// One less or one more of any figure is noticed.
    @Test(arguments: [\RowCounts.read, \.used, \.leftOut, \.rejected, \.skipped], [-1, 1])
    func everyFigureCounts(figure: WritableKeyPath<RowCounts, Int> & Sendable, change: Int) {
        var rows = RowCounts(read: 12, used: 4, leftOut: 3, rejected: 2, skipped: 3)
        rows[keyPath: figure] += change
        #expect(Conservation.finding(rows, isPopulation: false, path: "a.csv")?.code == "rows_lost")
    }

    @Test func theFiguresAreSaid() {
        let rows = RowCounts(read: 11, used: 4, leftOut: 3, rejected: 2, skipped: 1)
        let defect = "this is a defect of the program: report these figures; they hold no personal data"
        let fault = "ini kesalahan program: laporkan angka-angka ini; tidak ada data pribadi di dalamnya"
        let other = Conservation.finding(rows, isPopulation: false, path: "d/lain.csv")
        #expect(
            other?.rendered(in: .english)
                == "d/lain.csv: 11 rows were read, but 4 used + 3 left out + 2 rejected + 1 skipped = 10; nothing was published; \(defect)"
        )
        #expect(
            other?.rendered(in: .indonesian)
                == "d/lain.csv: 11 baris dibaca, tetapi 4 dipakai + 3 disisihkan + 2 ditolak + 1 dilewati = 10; tidak ada hasil yang diterbitkan; \(fault)"
        )
        let people = Conservation.finding(
            RowCounts(read: 9, used: 10, rejected: 1), isPopulation: true, path: "penduduk.csv")
        #expect(
            people?.rendered(in: .english)
                == "penduduk.csv: 9 rows were read, but 10 decided + 1 rejected + 0 skipped = 11; nothing was published; \(defect)"
        )
        #expect(
            people?.rendered(in: .indonesian)
                == "penduduk.csv: 9 baris dibaca, tetapi 10 diputuskan + 1 ditolak + 0 dilewati = 11; tidak ada hasil yang diterbitkan; \(fault)"
        )
        let tally = Conservation.finding(decided: 9, tallied: 8)
        #expect(
            tally?.rendered(in: .english)
                == "9 people were decided, but 8 were counted; nothing was published; \(defect)")
        #expect(
            tally?.rendered(in: .indonesian)
                == "9 orang diputuskan, tetapi 8 dihitung; tidak ada hasil yang diterbitkan; \(fault)")
    }
}
