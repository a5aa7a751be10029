import Diagnostics
import Testing

@testable import ReportData

@Suite struct OfficeTests {
    @Test func everyField() throws {
        let text = """
            // office
            { agency: 'Dinas', letterhead: ['A', 'B'], place: 'Medan', position: 'Kepala', signatory: 'X, S.H.',
              nip: '1970', letter_number: '470/1' }
            """
        let office = try Office(name: "kantor.json5", bytes: Array(text.utf8))
        #expect(office.agency == "Dinas")
        #expect(office.letterhead == ["A", "B"])
        #expect([office.place, office.position, office.signatory] == ["Medan", "Kepala", "X, S.H."])
        #expect([office.nip, office.letterNumber] == ["1970", "470/1"])
        #expect(try Office(name: "kantor.json5", bytes: Array("{}".utf8)) == Office())
    }

    @Test(arguments: [
        (
            "{ nip: 1970 }",
            "kantor.json5:1:8: nip: expected a text in quotation marks (NIP and numbers too)"
        ),
        ("{ signatori: 'X' }", "kantor.json5:1:3: unknown key 'signatori'"),
        ("{ letterhead: 'X' }", "kantor.json5:1:15: letterhead: expected a list of lines [ … ]"),
    ])
    func refusals(text: String, message: String) {
        let failure = #expect(throws: Failure.self) { try Office(name: "kantor.json5", bytes: Array(text.utf8)) }
        #expect(failure?.kind == .usage)
        #expect(failure?.findings.first?.rendered(in: .english).hasPrefix(message) == true)
    }
}
