import Diagnostics
import Foundation
import Schema
import Testing

@testable import RoleLists

@Suite struct HeadingTextTests {
    @Test(arguments: [
        ("NAMA  LENGKAP\n(L/P)", "NAMA LENGKAP (L/P)"), ("NIK\u{1B}[2J", "NIK␛[2J"), ("RT 12345", "RT 12345"),
        ("1271901708900012", "****************"), ("TGL 01-02-1990 X", "TGL **-**-**** X"), ("", ""),
    ])
    func nothingInAHeadingActsOrIsSomebodys(heading: String, shown: String) {
        #expect(HeadingText.shown(heading) == shown)
    }

    @Test(arguments: [1, 5, 39, 40, 41, 90]) func longHeadingsAreCut(count: Int) {
        let shown = HeadingText.shown(String(repeating: "x", count: count))
        #expect(shown.count == min(count, 40))
        #expect(shown.hasSuffix("…") == (count > 40))
    }
}

@Suite struct RowCountsTests {
    @Test func sumsReconcileWhereTheirPartsDo() {
        let one = RowCounts(read: 10, used: 4, leftOut: 3, rejected: 2, skipped: 1)
        let other = RowCounts(read: 5, used: 5)
        #expect(one.isReconciled && other.isReconciled && (one + other).isReconciled)
        #expect(one + other == RowCounts(read: 15, used: 9, leftOut: 3, rejected: 2, skipped: 1))
    }

    @Test(arguments: [
        RowCounts(read: 10, used: 9), RowCounts(read: 10, used: 11), RowCounts(read: 1, leftOut: 2),
        RowCounts(read: 1, rejected: 2), RowCounts(read: 1, skipped: 2),
    ]) func aLostRowIsSeen(counts: RowCounts) { #expect(!counts.isReconciled) }

    @Test func countsOfThreadsAddUp() {
        var one = ListCounts()
        one.read = 3
        one.used = 1
        one.count("nik_finding", 2)
        one.count("nothing", 0)
        var other = ListCounts()
        other.read = 4
        other.leftOut = 1
        other.rejected = 2
        other.skipped = 1
        other.count("nik_finding")
        other.count("not_yet_known")
        one.add(other)
        #expect(one.causes == ["nik_finding": 3, "not_yet_known": 1])
        #expect(
            RowCounts(
                read: one.read, used: one.used, leftOut: one.leftOut, rejected: one.rejected, skipped: one.skipped)
                == RowCounts(read: 7, used: 1, leftOut: 1, rejected: 2, skipped: 1))
    }
}

@Suite struct ListPathTests {
    /// `FILE#SHEET`, and files whose own name has a `#`.
    @Test func sheetsAreNamedBehindTheFile() throws {
        let folder = NSTemporaryDirectory() + "jalur-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["a.xlsx", "b#1.xlsx"] { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        func parts(_ name: String) -> [String?] {
            let path = ListPath("\(folder)/\(name)")
            return [path.file.replacing("\(folder)/", with: ""), path.sheet]
        }
        #expect(parts("a.xlsx") == ["a.xlsx", nil])
        #expect(parts("a.xlsx#TPS 1") == ["a.xlsx", "TPS 1"])
        #expect(parts("a.xlsx#TPS#1") == ["a.xlsx", "TPS#1"])
        #expect(parts("b#1.xlsx") == ["b#1.xlsx", nil])
        #expect(parts("b#1.xlsx#X") == ["b#1.xlsx", "X"])
        #expect(parts("tidak-ada#X") == ["tidak-ada#X", nil])
    }
}

@Suite struct ListRoleTests {
    @Test(arguments: [
        (["id": "orang", "en": "people"], "orang", "people"), (["en": "people"], "people", "people"), ([:], "r", "r"),
    ]) func titlesFallBack(title: [String: String], indonesian: String, english: String) {
        let role = ListRole(
            ListSchema.Role(id: "r", option: "o", title: title, fact: "f", columns: [], rows: .person))
        #expect(role.title.indonesian == indonesian && role.title.english == english)
        #expect(role.isPopulation && role.option == "o")
    }
}
