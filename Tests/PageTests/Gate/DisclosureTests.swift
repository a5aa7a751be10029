import Diagnostics
import Testing

@testable import Page

/// The gate alone: small tables whose sums are stated.
@Suite struct DisclosureTests {
    private func closed(_ numbers: KeyValuePairs<String, Int>, _ sums: [(String, [String])]) -> Disclosure {
        var figures = Disclosure(.everyone)
        for (name, value) in numbers { figures.add(name, value) }
        for (total, parts) in sums { figures.sum(total, parts) }
        figures.close()
        return figures
    }

    @Test func oneHiddenNumberTakesAnotherWithIt() {
        let figures = closed(["a": 3, "b": 40, "c": 9, "all": 52], [("all", ["a", "b", "c"])])
        #expect(figures.figure("a") == .few)
        // The first in order, whatever it is: the smallest would tell something of its size.
        #expect(figures.figure("b") == .withheld)
        #expect(figures.figure("c") == .shown(9))
        #expect(figures.figure("all") == .shown(52))
    }

    /// 1 + 1 = 2 tells both: bounds count, not elimination alone.
    @Test func boundsTellToo() {
        let figures = closed(["a": 1, "b": 1, "c": 30, "all": 32], [("all", ["a", "b", "c"])])
        #expect(figures.figure("c") == .withheld)
    }

    /// What is hidden for the sake of another is not 1 to 4, and readers know it: 5 of 6 would leave 1.
    @Test func theMethodIsKnown() {
        let figures = closed(["a": 1, "b": 5, "c": 30, "all": 36], [("all", ["a", "b", "c"])])
        #expect(figures.figure("b") == .shown(5))
        #expect(figures.figure("c") == .withheld)
    }

    @Test func theSameNumberElsewhereIsHiddenToo() {
        var figures = Disclosure(.everyone)
        figures.add("all", PublicCell(value: 9, isKnown: true))
        for (name, value) in [("a", 2), ("b", 7), ("alias", 7)] { figures.add(name, value) }
        figures.sum("all", ["a", "b"])
        figures.same("b", "alias")
        figures.close()
        #expect(figures.figure("b") == .withheld)
        #expect(figures.figure("alias") == .withheld)
    }

    /// How many rows a list has is known: it is of no use to hide it, and it bounds what comes of it.
    @Test func whatIsKnownElsewhereProtectsNothing() {
        var figures = Disclosure(.everyone)
        figures.add("all", PublicCell(value: 43, isKnown: true))
        figures.add("a", 3)
        figures.add("b", 40)
        figures.sum("all", ["a", "b"])
        figures.close()
        #expect(figures.figure("all") == .shown(43))
        #expect(figures.figure("b") == .withheld)
    }

    /// A number that nobody states is protected like one that is: rows less eligible are the ineligible.
    @Test func whatFollowsIsProtected() {
        var figures = Disclosure(.everyone)
        figures.add("rows", PublicCell(value: 202, isKnown: true))
        figures.add("eligible", 200)
        figures.addSilent("ineligible", 2)
        figures.sum("rows", ["eligible", "ineligible"])
        figures.close()
        #expect(figures.figure("eligible") == .withheld)
    }

    /// What stands on an earlier page and is still so cannot be hidden any more: something else is.
    @Test func whatWasPublishedProtectsNothing() {
        var figures = Disclosure(.everyone)
        for (name, value) in [("a", 3), ("b", 40), ("c", 9), ("all", 52)] { figures.add(name, value) }
        figures.sum("all", ["a", "b", "c"])
        figures.wasPublished("b", .shown(40))
        figures.wasPublished("c", .shown(8))
        figures.close()
        #expect(figures.figure("b") == .shown(40))
        #expect(figures.figure("c") == .withheld)
    }

    @Test func aSumIsStatedOnlyWhereItTellsNothing() {
        var figures = closed(
            ["a": 3, "b": 4, "c": 2, "d": 30, "e": 2, "all": 41], [("all", ["a", "b", "c", "d", "e"])])
        let isStated = figures.state("a and b", sumOf: ["a", "b"])
        #expect(isStated)
        #expect(figures.figure("a and b") == .shown(7))
        // 4 + 4 alone is 8.
        var others = closed(["e": 4, "f": 4], [])
        let isToldApart = others.state("e and f", sumOf: ["e", "f"])
        #expect(!isToldApart)
        #expect(others.figure("e and f") == .withheld)
    }

    @Test func theOfficeSeesEverything() {
        var figures = Disclosure(.office)
        figures.add("a", 1)
        figures.close()
        #expect(figures.figure("a") == .shown(1))
        #expect(figures.figure("a").text(.english) == "1")
        #expect(Figure.few.text(.english) == "<5")
    }

    /// The attack itself finds what it should: numbers that are told, and no others.
    @Test func theAttackFindsWhatIsTold() {
        func attack(_ c: Attack.Domain) -> Attack {
            var attack = Attack()
            attack.know("a", .few)
            attack.know("b", .withheld)
            attack.know("c", c)
            attack.know("all", .exactly(36))
            attack.sum("all", ["a", "b", "c"])
            return attack
        }
        // b is not 1 to 4, so of 6 only 1 + 5 is left.
        #expect(attack(.exactly(30)).isOpen("a", 1) == false)
        #expect(attack(.exactly(29)).isOpen("a", 1) == true)
        #expect(attack(.withheld).isOpen("a", 1) == true)
    }
}
