import Diagnostics
import Testing

@testable import Joining
@testable import Readiness

@Suite struct OverlapWarningsTests {
    private static func overlaps(_ pairs: [(Int, Int, Int)]) -> [EqualNIKPass.Overlap] {
        pairs.map { EqualNIKPass.Overlap(first: $0.0, second: $0.1, niks: $0.2) }
    }

    private static func said(_ overlaps: [EqualNIKPass.Overlap], lists: Int, usable: Int = 10) -> [String] {
        let names = (0..<lists).map { "list\($0).csv" }
        let warnings = OverlapWarnings(names: names, usable: Array(repeating: usable, count: lists)).of(overlaps)
        for warning in warnings { #expect(warning.code == "lists_overlap" && warning.severity == .warning) }
        return warnings.map(\.message.english)
    }

    /// More than a fifth of the smaller list.
    @Test(arguments: [(2, 0), (3, 1)]) func aFifthIsAllowed(niks: Int, count: Int) {
        #expect(Self.said(Self.overlaps([(0, 1, niks)]), lists: 2).count == count)
    }

    @Test func aFewAreNamedOneByOne() {
        let said = Self.said(Self.overlaps([(0, 1, 9), (0, 2, 9), (1, 2, 9)]), lists: 3)
        #expect(said.count == 3)
        #expect(said.first?.hasPrefix("list0.csv and list1.csv hold 9 equal NIKs") == true)
    }

    /// However many lists repeat one, it is said once.
    @Test func manyAreNamedTogether() {
        let said = Self.said(Self.overlaps((1..<2000).map { (0, $0, 10) }), lists: 2000)
        #expect(said.count == 1)
        #expect(
            said.first?.hasPrefix(
                "1999 other lists hold many of the NIKs of list0.csv (list1.csv, list2.csv, list3.csv, ...)") == true)
    }

    @Test func listsThatShareNobodyAreNotNamed() { #expect(Self.said([], lists: 2) == []) }
}
