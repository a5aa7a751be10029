import Diagnostics
import Documents
import Testing

@testable import Verification

/// The result as a document, written and read by one declaration.
@Suite struct VerificationDocumentTests {
    private func verification(_ decided: Verification.Decided) -> Verification {
        var found = Verification()
        found.inputs = 2
        found.rules = 3
        found.outputs = 4
        found.decided = decided
        found.differ("output_changed", "hasil/a.csv", row: 7, id: "berubah", en: "changed")
        found.note("no_digests", "hasil", id: "tanpa digest", en: "no digests")
        return found
    }

    @Test func readsAsDescribed() {
        #expect(
            String(decoding: verification(.sample(people: 5)).document, as: UTF8.self) == """
                {
                  "schema": 1,
                  "holds": false,
                  "digest": null,
                  "files": {
                    "inputs": 2,
                    "rules": 3,
                    "outputs": 4,
                    "derived": 0
                  },
                  "decided": {
                    "mode": "sample",
                    "people": 5
                  },
                  "differences": [
                    {
                      "code": "output_changed",
                      "file": "hasil/a.csv",
                      "row": 7,
                      "message": {
                        "id": "berubah",
                        "en": "changed"
                      }
                    }
                  ],
                  "notes": [
                    {
                      "code": "no_digests",
                      "file": "hasil",
                      "row": null,
                      "message": {
                        "id": "tanpa digest",
                        "en": "no digests"
                      }
                    }
                  ]
                }

                """)
    }

    @Test(arguments: [Verification.Decided.none, .impossible, .sample(people: 0), .sample(people: 12), .all(people: 7)])
    func readsBack(decided: Verification.Decided) throws {
        let found = verification(decided)
        let again = try Verification(name: "v.json", bytes: found.document)
        #expect(again.decided == decided)
        #expect(again.differences == found.differences)
        #expect(again.notes == found.notes)
        #expect(again.notes.map(\.severity) == [.note])
        #expect((again.inputs, again.rules, again.outputs) == (2, 3, 4))
        #expect(again.document == found.document)
    }

    @Test func whatDiffersDoesNotHold() {
        #expect(Verification().holds)
        #expect(!verification(.none).holds)
    }

    @Test func anUnknownModeIsRefused() {
        let text = String(decoding: Verification().document, as: UTF8.self).replacing("\"none\"", with: "\"some\"")
        let failure = #expect(throws: Failure.self) { _ = try Verification(name: "v.json", bytes: Array(text.utf8)) }
        #expect(failure?.kind == .input)
        #expect(failure?.findings.first?.location?.row == 12)
    }
}
