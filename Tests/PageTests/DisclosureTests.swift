import Diagnostics
import Testing

@testable import Page

@Suite struct DisclosureTests {
    /// A table of 3 by 3 with sums at both edges, small enough to try every table that a reader could think of.
    private struct Table: CustomTestStringConvertible {
        var cells: [[Int]]

        var testDescription: String { "\(cells)" }

        var figures: Disclosure {
            var disclosure = Disclosure(.everyone)
            for row in 0..<3 { for column in 0..<3 { disclosure.add("\(row)\(column)", cells[row][column]) } }
            for line in 0..<3 {
                disclosure.add("row\(line)", cells[line].reduce(0, +))
                disclosure.add("column\(line)", cells.map { $0[line] }.reduce(0, +))
                disclosure.sum("row\(line)", (0..<3).map { "\(line)\($0)" })
                disclosure.sum("column\(line)", (0..<3).map { "\($0)\(line)" })
            }
            disclosure.add("all", cells.joined().reduce(0, +))
            disclosure.sum("all", (0..<3).map { "row\($0)" })
            disclosure.sum("all", (0..<3).map { "column\($0)" })
            disclosure.close()
            return disclosure
        }
    }

    /// What a cell may hold, as a reader sees it.
    private static func candidates(_ figure: Figure, most: Int) -> [Int] {
        switch figure {
        case .shown(let value): [value]
        case .few: Array(1...4)
        case .withheld: Array(0...most)
        }
    }

    /// Values of every hidden small cell over all tables that agree with what is shown.
    private static func possible(_ table: Table, most: Int) -> [[Set<Int>]] {
        let figures = table.figures
        func agrees(_ name: String, _ sum: Int) -> Bool {
            candidates(figures.figure(name), most: most * 9).contains(sum)
        }
        var rows: [[[Int]]] = []
        for row in 0..<3 {
            let choices = (0..<3).map { candidates(figures.figure("\(row)\($0)"), most: most) }
            var found: [[Int]] = []
            for a in choices[0] {
                for b in choices[1] {
                    for c in choices[2] where agrees("row\(row)", a + b + c) {
                        found.append([a, b, c])
                    }
                }
            }
            rows.append(found)
        }
        var seen = [[Set<Int>]](repeating: [Set<Int>](repeating: [], count: 3), count: 3)
        for a in rows[0] {
            for b in rows[1] {
                for c in rows[2] {
                    let sums = (0..<3).map { a[$0] + b[$0] + c[$0] }
                    guard (0..<3).allSatisfy({ agrees("column\($0)", sums[$0]) }), agrees("all", sums.reduce(0, +))
                    else {
                        continue
                    }
                    for column in 0..<3 {
                        seen[0][column].insert(a[column])
                        seen[1][column].insert(b[column])
                        seen[2][column].insert(c[column])
                    }
                }
            }
        }
        return seen
    }

    /// Whatever the table: no small number is shown, and none can be computed from what is.
    @Test func noSmallNumberCanBeComputed() {
        var state: UInt64 = 7
        func next(_ below: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % below)
        }
        for _ in 0..<24 {
            let table = Table(cells: (0..<3).map { _ in (0..<3).map { _ in next(3) == 0 ? next(5) : next(8) } })
            let figures = table.figures
            let possible = Self.possible(table, most: 8)
            for row in 0..<3 {
                for column in 0..<3 where 1...4 ~= table.cells[row][column] {
                    #expect(figures.figure("\(row)\(column)") == .few, "\(table)")
                    #expect(possible[row][column].count > 1, "\(table) \(row) \(column)")
                }
            }
        }
    }

    @Test func oneHiddenCellTakesAnotherWithIt() {
        var figures = Disclosure(.everyone)
        for (name, value) in [("a", 3), ("b", 40), ("c", 9), ("all", 52)] { figures.add(name, value) }
        figures.sum("all", ["a", "b", "c"])
        figures.close()
        #expect(figures.figure("a") == .few)
        #expect(figures.figure("c") == .withheld)
        #expect(figures.figure("b") == .shown(40))
        #expect(figures.figure("all") == .shown(52))
    }

    /// 1 + 1 = 2 tells both: bounds count, not elimination alone.
    @Test func boundsTellToo() {
        var figures = Disclosure(.everyone)
        for (name, value) in [("a", 1), ("b", 1), ("c", 30), ("all", 32)] { figures.add(name, value) }
        figures.sum("all", ["a", "b", "c"])
        figures.close()
        #expect(figures.figure("c") == .withheld)
    }

    /// What will be taken for the same number is hidden with it, though it be the companion that is hidden.
    @Test func sameNumberElsewhereIsHiddenToo() {
        var figures = Disclosure(.everyone)
        for (name, value) in [("a", 2), ("b", 6), ("all", 8), ("alias", 6)] { figures.add(name, value) }
        figures.sum("all", ["a", "b"])
        figures.same("b", "alias")
        figures.close()
        #expect(figures.figure("b") == .withheld)
        #expect(figures.figure("alias") == .withheld)
    }

    @Test func changesMayLieBelowNothing() {
        var figures = Disclosure(.everyone)
        figures.add("before", 50)
        figures.add("after", 47)
        figures.add("change", -3, isSigned: true)
        figures.sum("after", ["before", "change"])
        figures.close()
        #expect(figures.figure("change") == .few)
        #expect(figures.figure("before") == .withheld)
    }

    @Test func officeSeesEverything() {
        var figures = Disclosure(.office)
        figures.add("a", 1)
        figures.close()
        #expect(figures.figure("a") == .shown(1))
        #expect(figures.figure("a").text(.english) == "1")
        #expect(Figure.few.text(.english) == "<5")
    }
}
