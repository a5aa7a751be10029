import CEL
import Foundation
import Testing

/// The cases of the CEL conformance suite that fit the profile. They are no part of the repository: where
/// `shared/data/cel` does not lie beside the checkout, these tests are skipped.
@Suite(.enabled(if: SharedCases.arePresent, "no reference cases beside the checkout"))
struct ConformanceTests {
    @Test(arguments: ["conformance.jsonl", "unknowns.jsonl", "variables.jsonl"])
    func everyLineIsAnswered(file: String) {
        let lines = SharedCases.lines(file)
        #expect(!lines.isEmpty)
        let evaluate = EvalLine()
        for line in lines {
            let answer = SharedCases.object(evaluate.answer(line))
            let expected = SharedCases.object(line)["expected"] as? [String: Any] ?? [:]
            if expected["error"] != nil {
                #expect(answer["error"] != nil, "\(line)")
            } else {
                #expect(SharedCases.canonical(answer) == SharedCases.canonical(expected), "\(line)")
            }
        }
    }
}
