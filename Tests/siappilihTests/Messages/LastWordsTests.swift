import Diagnostics
import Testing

@testable import Verification
@testable import siappilih

/// What is said where nothing that a test can do to the program brings it about: a terminal that is gone, rules that are
/// nowhere, a defect.
@Suite struct LastWordsTests {
    @Test(arguments: [
        (
            RuleAccess.notFound, Failure.Kind.input,
            "folder aturan tidak ditemukan; sebutkan dengan --rules FOLDER atau SIAPPILIH_RULES",
            "the folder of the rules was not found; name it with --rules DIR or SIAPPILIH_RULES"
        ),
        (
            Console.outputRefused, .output, "keluaran standar tidak dapat ditulis", "standard output cannot be written"
        ),
        (RulesEval.inputRefused, .input, "masukan standar tidak dapat dibaca", "standard input cannot be read"),
        (
            Failure(.internal, Commands.defect), .internal,
            "kesalahan di dalam program ini; laporkan dengan versi \(programVersion)",
            "a defect of this program; please report it with version \(programVersion)"
        ),
    ])
    func aFailureIsSaid(_ failure: Failure, _ kind: Failure.Kind, _ indonesian: String, _ english: String) {
        #expect(failure.kind == kind)
        #expect(failure.findings.map { $0.rendered(in: .indonesian) } == [indonesian])
        #expect(failure.findings.map { $0.rendered(in: .english) } == [english])
    }

    @Test func aVerificationIsCalledSo() {
        #expect(Verification.title == Bilingual(id: "hasil verifikasi", en: "the result of a verification"))
        #expect(Verification.remedy == Bilingual(id: "ulangi siappilih verify", en: "run siappilih verify again"))
        #expect(
            Verification.Decided.Mode.title
                == Bilingual(id: "cara memutuskan ulang", en: "way of deciding again"))
    }
}
