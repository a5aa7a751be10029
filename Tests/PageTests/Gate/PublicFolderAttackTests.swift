import Foundation
import MadeUpRuns
import Rules
import Testing

@testable import Page

/// The strongest attack on what is published: exact, over every table that agrees with all that a reader can know.
@Suite struct PublicFolderAttackTests {
    /// `SIAPPILIH_SWEEP=1` tries 2,000 districts.
    private static let districts = ProcessInfo.processInfo.environment["SIAPPILIH_SWEEP"] == nil ? 16 : 2_000
    private static let parts = 4

    private func expectClosed(_ attack: DistrictAttack, _ what: String) -> Int {
        var unsettled = 0
        #expect(attack.attack.isConsistent, "\(what)")
        for secret in attack.secrets {
            let isOpen = attack.attack.isOpen(secret.name, secret.value)
            #expect(isOpen != false, "\(what): \(secret.name) = \(secret.value)")
            if isOpen == nil { unsettled += 1 }
        }
        // What the attack gave up on is next to nothing, and the gate has another table for it.
        #expect(unsettled * 10 <= max(40, attack.secrets.count), "\(what)")
        return attack.secrets.count
    }

    /// Two months of every district: each page alone, and the second with the first in mind.
    @Test(arguments: 0..<parts) func nothingHiddenCanBeComputed(_ part: Int) throws {
        let ruleset = try ShippedRules.ruleset()
        var (secrets, kept) = (0, 0)
        for number in stride(from: part, to: Self.districts, by: Self.parts) {
            let first = District(number, ruleset)
            let one = first.counts
            let page = PageFigures(one, audience: .everyone)
            secrets += expectClosed(DistrictAttack(one, page), "district \(number)")
            let published = PublishedPage(number: "1", election: "e", asOf: "2018-02-01", figures: page)
            let two = first.later(number).counts
            let next = PageFigures(two, audience: .everyone, published: [published])
            // Whoever takes for still true what was published and is.
            var attack = DistrictAttack(two, next)
            attack.recall(one, page)
            secrets += expectClosed(attack, "district \(number), second month")
            // Whoever takes for true already then what stands on the second page and was, where the program did not warn.
            guard next.disclosure.keepsEarlierPages else { continue }
            kept += 1
            var back = DistrictAttack(one, page)
            back.recall(two, next)
            secrets += expectClosed(back, "district \(number), first month again")
        }
        #expect(secrets > 100 && kept > 0)
    }

    /// The same day published again, though with more or fewer lists known: no more than the first page tells.
    @Test func aSecondPageOfTheSameDayTellsNoMore() throws {
        let ruleset = try ShippedRules.ruleset()
        for number in 0..<6 {
            let counts = District(number, ruleset).counts
            let page = PageFigures(counts, audience: .everyone)
            let published = PublishedPage(number: "1", election: "e", asOf: "2018-02-01", figures: page)
            let again = PageFigures(counts, audience: .everyone, published: [published])
            for (name, figure) in again.disclosure.stated where figure.value != nil {
                #expect(page.disclosure.figure(name).value == figure.value, "\(number) \(name)")
            }
        }
    }
}
