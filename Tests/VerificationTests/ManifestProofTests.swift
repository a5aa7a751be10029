import Diagnostics
import Files
import MadeUpRuns
import RoleLists
import RunFolder
import Testing

@testable import Verification

/// What is said where a manifest says something else of its run than a second check does.
@Suite struct ManifestProofTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String { english }
        var change: @Sendable (inout Manifest) -> Void
        var indonesian: String
        var english: String
    }

    static let cases: [Case] = [
        Case(
            change: { $0.identity.asOf = "2018-03-22" },
            indonesian: "pemilihan, aturan, atau tanggalnya bukan yang diputuskan ulang",
            english: "election, rules or dates are not those decided again"),
        Case(
            change: { $0.counts["people"] = 7 }, indonesian: "jumlahnya bukan yang dihitung ulang",
            english: "its counts are not those counted again"),
        Case(
            change: { $0.warnings.removeAll() }, indonesian: "peringatannya bukan yang diberikan keputusan ulang",
            english: "its warnings are not those that deciding again gives"),
        Case(
            change: { $0.inputs[0].list = "lain.csv" },
            indonesian: "keterangannya tentang 0-population.csv bukan yang dibaca ulang",
            english: "what it says of 0-population.csv is not what was read again"),
        Case(
            change: { $0.inputs.append($0.inputs[0]) }, indonesian: "ada masukan yang tidak disebutnya",
            english: "it leaves out an input"),
        Case(
            change: { $0.outputs[0].guardedCells = 7 },
            indonesian: "jumlah sel collect.csv yang diamankan bukan yang dihitung ulang",
            english: "its count of disarmed cells of collect.csv is not what was counted again"),
    ]

    @Test(arguments: cases) func whatDiffersIsSaid(_ differing: Case) throws {
        let people = (1...3).map { MadeUpPerson($0) }
        // Without recordings there is something to warn of.
        let made = try MadeUpRun([("population", people.populationList)])
        let run = try made.run()
        var again = run.manifest
        var same = Verification()
        ManifestProof.compare(run, with: again, &same)
        #expect(same.differences.isEmpty)
        differing.change(&again)
        var found = Verification()
        ManifestProof.compare(run, with: again, &found)
        let file = "\(made.path)/manifest.json: "
        #expect(found.differences.map { $0.rendered(in: .indonesian) } == [file + differing.indonesian])
        #expect(found.differences.map { $0.rendered(in: .english) } == [file + differing.english])
    }
}
