import Diagnostics
import Testing

@testable import CEL

/// What is said where an expression passes a limit, or asks what a column cannot answer.
@Suite struct LimitTests {
    private func problems(_ expression: String, _ types: [String: CELType] = [:]) -> [Finding] {
        switch Expressions.check(expression, declarations: Declarations(types: types)) {
        case .failure(let problems): problems.findings
        case .success: []
        }
    }

    @Test func aTextThatIsTooLongIsNotRead() {
        let found = problems(String(repeating: " ", count: 100_001))
        #expect(
            found.map(\.message) == [
                Bilingual(
                    id: "ungkapan lebih panjang dari 100000 karakter",
                    en: "the expression is longer than 100000 characters")
            ])
    }

    @Test func aColumnOfListsIsNoRange() {
        let found = problems("a.exists(x, x > 0)", ["a": .list(.int)])
        #expect(
            found.map(\.message) == [
                Bilingual(
                    id: "exists() atas kolom data tidak termasuk bagian CEL yang dipakai di sini",
                    en: "comprehensions over columns are left out of the CEL profile")
            ])
        #expect(
            found.map(\.remedy) == [Bilingual(id: "tulis daftarnya: [a, b]", en: "write the list out: [a, b]")])
    }

    @Test func evaluationHasWordsForItsOwnLimits() {
        #expect(
            CELOutcome.mistyped
                == .error(Bilingual(id: "jenis nilai tidak cocok", en: "a value has an unexpected type")))
        #expect(
            Evaluator.tooMuchWork
                == .error(
                    Bilingual(
                        id: "ungkapan ini terlalu banyak hitungannya", en: "the expression takes too much work")))
    }
}
