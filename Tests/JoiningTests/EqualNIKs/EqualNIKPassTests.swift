import Columns
import Linkage
import MadeUpRuns
import RoleLists
import Rules
import Schema
import Tabular
import Testing

@testable import Joining

/// Rows of one NIK: the same person twice, or one NIK for two people.
@Suite struct EqualNIKPassTests {
    private static let headings = [
        "NKK", "NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS PERKAWINAN", "JENIS KELAMIN", "ALAMAT", "RT",
        "RW", "DISABILITAS", "KODE DESA",
    ]
    private static let first = [
        "1271900404539001", "1271900404530003", "SITI D'AMORE", "MEDAN", "04|04|1953", "B", "L", "JL. MELATI", "001",
        "002", "1", "1271901001",
    ]

    /// The marks of the rows in the order of the lists, by a check of some threads.
    private func marks(_ lists: [[[String]]], threads: Int = 1) throws -> (marks: [String], report: JoinReport) {
        let opened = try OpenedLists(
            lists.map { rows in
                ("population", ([Self.headings] + rows).map { $0.joined(separator: ",") + "\n" }.joined())
            }, threads: threads)
        let context = opened.context
        let store = MemoryStore(context, JoinSetup.plans(context), people: 100)
        _ = try KeyPass.run(context, store)
        try store.endPersons()
        let persons = try store.join()
        let classes = context.ruleset.schema.equalRows.classes.map(\.id)
        var marks: [String] = []
        for (place, list) in context.people.enumerated() {
            try persons.forEachBlock(of: list, place) { block, _, evidence in
                var found = [String](repeating: "first", count: block.rows)
                for (row, mark) in evidence.marks {
                    switch mark {
                    case .first: break
                    case .shared: found[row] = "shared"
                    case .duplicate(let place): found[row] = classes[place]
                    }
                }
                marks += found
            }
        }
        return (marks, persons.report)
    }

    private func changed(_ changes: [Int: String]) -> [String] {
        var row = Self.first
        for (column, text) in changes { row[column] = text }
        return row
    }

    /// The strongest class that a second row shares with the first, and spellings that are the same.
    @Test(
        arguments: [
            ([:], "k1"),
            ([0: "1271900404539002"], "k2"), ([5: "S"], "k2"), ([10: "2"], "k2"),
            ([0: "", 7: "JL. MAWAR"], "k3"), ([7: "JL. MAWAR"], "k3"), ([8: "2"], "k3"), ([9: "3"], "k3"),
            ([6: "P"], "k4"), ([3: "BINJAI"], "k4"), ([3: "BINJAI", 6: "P", 7: "JL. MAWAR"], "k4"),
            ([2: "SITI AMORE"], "shared"), ([4: "05|04|1953"], "shared"), ([4: ""], "shared"),
            ([2: "  siti   d'amore "], "k1"), ([4: "1953-04-04"], "k1"), ([4: "4/4/1953"], "k1"), ([8: "1"], "k1"),
            ([9: "02"], "k1"), ([7: "jl.  melati"], "k1"), ([0: "1271.9004.0453.9001"], "k1"),
            ([1: "1271900404530003.0"], "k1"),
            ([11: "1271901002"], "k1"),
        ] as [([Int: String], String)])
    func rowsAreEqualByTheirClass(changes: [Int: String], mark: String) throws {
        let found = try marks([[Self.first, changed(changes)]]).marks
        #expect(found == (mark == "shared" ? ["shared", "shared"] : ["first", mark]))
    }

    /// K1 needs a family card's number of its own: an empty one equals nothing.
    @Test(arguments: ["", "-", "0"]) func anEmptyFamilyCardIsNoK1(nkk: String) throws {
        let row = changed([0: nkk])
        #expect(try marks([[row, row]]).marks == ["first", "k2"])
    }

    /// Each row is compared with every earlier one; the earliest bears no mark, and a person alone none.
    @Test func theStrongestOfTheEarlierRowsCounts() throws {
        let rows = [
            Self.first, changed([7: "JL. MAWAR"]), changed([7: "JL. MAWAR", 0: "1271900404539002"]), Self.first,
        ]
        let alone = changed([1: MadeUpPerson(4).nik])
        let found = try marks([[rows[0], alone, rows[1], rows[2], rows[3]]]).marks
        #expect(found == ["first", "first", "k3", "k2", "k1"])
    }

    /// One stranger under the NIK makes every row of it shared, whichever stands first.
    @Test func oneStrangerMakesAllShared() throws {
        let stranger = changed([2: "BUDI"])
        for rows in [[Self.first, Self.first, stranger], [stranger, Self.first, Self.first]] {
            #expect(try marks([rows]).marks == ["shared", "shared", "shared"])
        }
    }

    /// More rows of one NIK than are compared two by two.
    @Test(arguments: [2, 16, 17, 60]) func manyRowsOfOneNIK(count: Int) throws {
        let rows = (0..<count).map { changed([7: "JL. MELATI \($0 / 2)"]) }
        let expected = (0..<count).map { $0 == 0 ? "first" : $0.isMultiple(of: 2) ? "k3" : "k1" }
        #expect(try marks([rows]).marks == expected)
    }

    /// A NIK that cannot be used makes nobody equal.
    @Test(arguments: ["", "1271900404530000", "127190040453*003"]) func damagedNIKsAreNoKeys(nik: String) throws {
        let row = changed([1: nik])
        let (marks, report) = try marks([[row, row]])
        #expect(marks == ["first", "first"])
        #expect(report.people == 0)
    }

    /// The order of lists is the order of rows; how many lists share how many NIKs is counted.
    @Test(arguments: [1, 3]) func equalRowsAreFoundAcrossLists(threads: Int) throws {
        let others = (10..<14).map { changed([1: MadeUpPerson($0).nik]) }
        let (found, report) = try marks(
            [[others[0], Self.first], [Self.first, others[1], others[0]], [others[2], others[0], others[3]]],
            threads: threads)
        #expect(found == ["first", "first", "k1", "first", "k1", "first", "k1", "first"])
        #expect(report.people == 5)
        #expect(report.overlaps.map { [$0.first, $0.second, $0.niks] } == [[0, 1, 2], [0, 2, 1], [1, 2, 1]])
    }
}
