import Testing

@testable import Joining

/// Sections of the population lists: one bucket of evidence each.
@Suite struct SectionsTests {
    @Test(arguments: [0, 1, 4 << 20, 1 << 30, 1 << 32, 1 << 40, 1 << 50] as [UInt64])
    func everyPositionLiesInASection(bytes: UInt64) {
        let sections = EvidenceBySection.Sections(bytes: bytes)
        #expect(sections.count >= 1 && sections.count <= 1024)
        #expect(sections.number(of: 0) == 0)
        var last = 0
        for step in 0...100 {
            let number = sections.number(of: bytes / 100 * UInt64(step))
            #expect(number >= last && number < sections.count)
            last = number
        }
        #expect(sections.number(of: .max) == sections.count - 1)
    }

    @Test func smallListsHaveOneSection() {
        #expect(EvidenceBySection.Sections(bytes: (4 << 20) - 1).count == 1)
        #expect(EvidenceBySection.Sections(bytes: 4 << 20).count == 2)
    }
}
