import CEL
import Columns
import Testing

@testable import Joining
@testable import Schema

@Suite struct EvidenceRecordTests {
    private func plan(_ flag: Int, codes: Int, numbers: Int) -> EvidencePlan {
        let role = ListSchema.Role(
            id: "r\(flag)", option: "r\(flag)", title: [:], fact: "r\(flag)", columns: [], rows: .every)
        var plan = EvidencePlan(role, flag: flag, layout: FactLayout())
        let column = EvidencePlan.Column(id: "c", kind: .code, words: [])
        plan.codes = Array(repeating: column, count: codes)
        plan.numbers = Array(repeating: column, count: numbers)
        return plan
    }

    private var widths: EvidenceRecord.Widths {
        EvidenceRecord.Widths(
            EvidencePlans([
                plan(0, codes: 0, numbers: 0), plan(3, codes: 9, numbers: 2), plan(9, codes: 1, numbers: 0),
            ]))
    }

    @Test func recordsOfSeveralRolesFollowEachOther() throws {
        var plain = EvidenceRecord(key: 9_999_999_999_999_999, flag: 0, order: .max)
        var wide = EvidenceRecord(key: 1, flag: 3, order: 1 << 40 | 7, name: .max)
        wide.codes = [1, 2, 3, 4, 5, 6, 7, 8, 255]
        wide.numbers = [.min, -1]
        wide.states = [1, 2]
        var narrow = EvidenceRecord(key: KeyIndex.keyLimit - 1, flag: 9, order: 0)
        narrow.codes = [7]
        let words = plain.words + wide.words + narrow.words + plain.words
        #expect(words.count == 3 + 7 + 4 + 3)
        #expect(widths.longest == 7)
        var at = 0
        var found: [EvidenceRecord] = []
        while let record = EvidenceRecord(words, end: words.count, at: &at, widths) { found.append(record) }
        #expect(at == words.count)
        #expect(found.map(\.words) == [plain, wide, narrow, plain].map(\.words))
        #expect(found.map(\.key) == [plain.key, 1, narrow.key, plain.key])
        #expect(
            found[1].name == .max && found[1].codes == wide.codes && found[1].numbers == wide.numbers
                && found[1].states == wide.states)
        plain = found[0]
        #expect(plain.flag == 0 && plain.order == .max)
    }

    @Test func whatIsCutOffIsNoRecord() {
        var wide = EvidenceRecord(key: 1, flag: 3, order: 2)
        wide.codes = Array(repeating: 1, count: 9)
        wide.numbers = [1, 2]
        wide.states = [1, 1]
        for end in 0..<wide.words.count {
            var at = 0
            #expect(EvidenceRecord(wide.words, end: end, at: &at, widths) == nil)
        }
        var at = 0
        #expect(EvidenceRecord([1 | 5 << 54, 2, 0], end: 3, at: &at, widths) == nil)
    }
}
