import Civil
import Diagnostics
import Foundation
import Testing

@testable import Documents
@testable import Files
@testable import RoleLists
@testable import RunFolder

@Suite struct ManifestTests {
    private func manifest(
        clock: RunClock = RunClock(seconds: 86_399, isFixed: true), threads: Int = 2, digests: Bool = true,
        output: String = "ff", path: String = "lists/a.csv"
    ) -> Manifest {
        Manifest(
            programVersion: "1.2.3",
            identity: RunIdentity(election: "e", ruleset: "r", profile: "p", votingDay: "d", asOf: "a"),
            options: [("election", ["e"]), ("persons", ["true"])],
            ruleFiles: [RuleFileReport(path: "lists.json5", bytes: 3, sha256: digests ? "aa" : nil)],
            inputs: [
                InputReport(
                    role: "population", path: path, list: "a.csv", bytes: 9, sha256: digests ? "bb" : nil,
                    headerMap: [.init(column: "nik", heading: "N I K")], isPopulation: true,
                    rows: RowCounts(read: 2, used: 1, rejected: 1), counts: ["z": 1, "b": 2])
            ],
            outputs: [OutputReport(name: "summary.json", bytes: 4, sha256: digests ? output : nil)],
            warnings: [Finding(code: "w", severity: .warning, message: Bilingual(id: "hati-hati", en: "careful"))],
            hasDigests: digests, threads: threads, stages: [.init(stage: "read", milliseconds: 5)], clock: clock)
    }

    @Test func isOneJSONDocument() throws {
        let document = try JSONSerialization.jsonObject(with: Data(manifest().document)) as? [String: Any]
        #expect(document?["created"] as? String == "1970-01-01T23:59:59Z")
        #expect(document?["timings"] == nil)
        #expect((document?["options"] as? [String: Any])?["persons"] as? String == "true")
        #expect(document?["digest"] as? String == manifest().computedDigest)
    }

    @Test func theDigestKnowsNoTimeThreadOrPath() {
        let digest = manifest().computedDigest
        #expect(digest.utf8.count == 64)
        #expect(manifest(clock: RunClock(seconds: 5, isFixed: false)).computedDigest == digest)
        #expect(manifest(threads: 7).computedDigest == digest)
        #expect(manifest(path: "elsewhere/a.csv").computedDigest == digest)
        #expect(manifest(output: "fe").computedDigest != digest)
    }

    @Test func equalRunsGiveEqualBytesUnderAFixedClock() {
        #expect(manifest(threads: 1).document == manifest(threads: 7).document)
    }

    @Test(arguments: [true, false], [true, false])
    func readsBackAsItWasWritten(digests: Bool, isFixed: Bool) throws {
        let written = manifest(clock: RunClock(seconds: 7, isFixed: isFixed), digests: digests)
        let read = try Manifest(name: "manifest.json", bytes: written.document)
        #expect(read == written)
        #expect(read.document == written.document)
        #expect(read.inputs[0].isPopulation && read.inputs[0].rows == RowCounts(read: 2, used: 1, rejected: 1))
        #expect(read.digest == (digests ? read.computedDigest : nil))
    }

    @Test func withoutDigestsItSaysSo() {
        let text = String(decoding: manifest(digests: false).document, as: UTF8.self)
        #expect(text.contains("\"digest\": null,\n  \"identifiedBy\": \"sizes and counts\""))
    }

    @Test(
        arguments: [
            (["SOURCE_DATE_EPOCH": "1500000000"], true), (["SOURCE_DATE_EPOCH": "soon"], false), ([:], false),
        ] as [([String: String], Bool)])
    func clockComesFromTheEnvironmentIfItCan(environment: [String: String], isFixed: Bool) {
        #expect(RunClock.current(environment: environment).isFixed == isFixed)
    }

    @Test func todayIsJakartas() {
        #expect(RunClock(seconds: 61_199, isFixed: true).today.description == "1970-01-01")
        #expect(RunClock(seconds: 61_200, isFixed: true).today.description == "1970-01-02")
    }
}

@Suite struct RunClockTests {
    @Test(arguments: ["", "0", "1530057600"]) func aTimeIsTaken(text: String) {
        #expect(RunClock.warning(["SOURCE_DATE_EPOCH": text]) == nil)
    }

    @Test(arguments: ["noon", "-1", "1.5", "999999999999999"]) func whatIsNoTimeIsSaid(text: String) {
        #expect(
            RunClock.warning(["SOURCE_DATE_EPOCH": text])?.message
                == Bilingual(
                    id: "SOURCE_DATE_EPOCH bukan bilangan detik sejak 1970, jadi waktu sekarang dipakai",
                    en: "SOURCE_DATE_EPOCH is no number of seconds since 1970, so the present time is used"))
    }
}
