import Columns
public import Diagnostics
import Files
import RoleLists
public import Rules
public import RunFolder

/// Proves a run: every input, rule and output is what the manifest says, and deciding again gives the same.
public enum Verify {
    public enum Decide: Sendable, Equatable {
        case nothing
        /// About so many people, chosen by the run's digest.
        case sample(Int)
        case all
    }

    /// Verifies a run.
    ///
    /// - Parameters:
    ///   - book: the rules as they stand now; nil where they can no longer be read.
    ///   - ruleset: the run's among them; nil where it can no longer be chosen.
    ///   - kept: the run's digest as somebody kept it, or its first digits.
    /// - Throws: `.input` where there is no manifest to verify by, `.output` where a second decision cannot be written
    ///   beside the run. What differs is no error: it stands in the result.
    public static func run(
        _ run: Run, book: RuleBook?, ruleset: Ruleset?, rulesDirectory: String, programVersion: String, decide: Decide,
        against kept: String? = nil
    ) throws(Failure) -> Verification {
        // What differs is to be told, not the end of reading.
        let run = run.unchecked
        var found = Verification()
        found.digest = run.manifest.digest
        checkManifest(run, &found)
        if let kept { ManifestProof.compare(run, with: kept, &found) }
        checkInputs(run, &found)
        try checkRules(run, rulesDirectory, &found)
        let areInputsSound =
            found.differences.isEmpty || found.differences.allSatisfy { proofOfManifest.contains($0.code) }
        if let ruleset {
            ManifestProof.compareDay(run, with: ruleset, &found)
        } else if areInputsSound {
            found.differ(
                "no_ruleset", rulesDirectory,
                id: "aturan hasil ini tidak dapat dibaca lagi: tidak ada yang diputuskan ulang",
                en: "the rules of this run can no longer be read: nothing was decided again")
        }
        checkOutputs(run, &found)
        DerivedProof.check(run, &found)
        DerivedProof.noteAdded(run, &found)
        if run.manifest.program.version != programVersion {
            found.note(
                "other_version", run.path,
                id: "hasil ini dibuat dengan versi \(run.manifest.program.version), diperiksa dengan \(programVersion)",
                en: "this run was made with version \(run.manifest.program.version), verified with \(programVersion)")
        }
        guard decide != .nothing else {
            ManifestProof.noteUndecided(run, &found)
            return found
        }
        guard areInputsSound, let book, let ruleset else {
            found.decided = .impossible
            found.note(
                "not_decided", run.path,
                id: "keputusan tidak diulang: masukan atau aturannya tidak lagi sama, atau tidak ditemukan",
                en: "nothing was decided again: an input or a rule is no longer what it was, or was not found")
            noteElsewhere(run, &found)
            return found
        }
        let again = SecondDecision(run: run, ruleset: ruleset, book: book, programVersion: programVersion)
        switch decide {
        case .nothing: break
        case .all: try again.decideAll(&found)
        case .sample(let people):
            try again.decideSample(people, &found)
            ManifestProof.noteSampled(run, &found)
        }
        return found
    }

    /// The manifest keeps paths as they were given: from another folder they lead nowhere.
    private static func noteElsewhere(_ run: Run, _ found: inout Verification) {
        let paths = run.manifest.inputs.map { ListPath($0.path).file }.filter { !$0.hasPrefix("/") }
        guard !paths.isEmpty, paths.allSatisfy({ (try? Directories.status(of: $0)) == .some(nil) }) else { return }
        found.note(
            "inputs_elsewhere", run.path,
            id: "tidak satu pun daftarnya ada di sini: jalankan verify di folder tempat check dijalankan",
            en: "none of its lists is here: run verify in the folder in which check was run")
    }

    /// Differences that leave inputs and rules as they were.
    private static let proofOfManifest: Set<String> = ["manifest_changed", "other_digest"]

    /// The manifest's own digest over what it lists.
    private static func checkManifest(_ run: Run, _ found: inout Verification) {
        guard let digest = run.manifest.digest else {
            found.note(
                "no_digests", run.path,
                id: "hasil ini dibuat dengan --no-digest: hanya ukuran berkas yang dapat diperiksa",
                en: "this run was made with --no-digest: only sizes of files can be checked")
            return
        }
        let path = "\(run.path)/\(Manifest.fileName)"
        if run.manifest.computedDigest != digest {
            found.differ(
                "manifest_changed", path, id: "isi manifes tidak sesuai dengan digest-nya",
                en: "the manifest does not agree with its own digest")
        }
    }

    private static func checkInputs(_ run: Run, _ found: inout Verification) {
        var seen: Set<String> = []
        for input in run.manifest.inputs {
            // Sheets of a workbook share a file.
            let path = ListPath(input.path).file
            guard seen.insert(path).inserted else { continue }
            found.inputs += 1
            compare(path, bytes: input.bytes, sha256: input.sha256, code: "input_changed", &found)
        }
    }

    private static func checkRules(
        _ run: Run, _ directory: String, _ found: inout Verification
    ) throws(Failure) {
        let files = try RuleFile.read(directory: directory)
        var now = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for rule in run.manifest.rules {
            found.rules += 1
            let path = "\(directory)/\(rule.path)"
            guard let bytes = now.removeValue(forKey: rule.path) else {
                found.differ("rule_missing", path, id: "aturan ini tidak ada lagi", en: "this rule is no longer there")
                continue
            }
            let isSame = bytes.count == rule.bytes && rule.sha256.map { $0 == Digest.hex(of: bytes) } ?? true
            if !isSame { found.differ("rule_changed", path, id: "aturan ini berubah", en: "this rule was changed") }
        }
        for path in now.keys.sorted() {
            found.differ(
                "rule_added", "\(directory)/\(path)", id: "aturan ini ditambahkan kemudian",
                en: "this rule was added later")
        }
    }

    private static func checkOutputs(_ run: Run, _ found: inout Verification) {
        for output in run.manifest.outputs {
            found.outputs += 1
            compare(
                "\(run.path)/\(output.name)", bytes: output.bytes, sha256: output.sha256, code: "output_changed",
                &found)
        }
    }

    static func compare(
        _ path: String, bytes: Int, sha256: String?, code: String, _ found: inout Verification
    ) {
        do throws(FileError) {
            let now = try FileDigest.of(path)
            guard now.bytes == bytes, sha256.map({ $0 == now.sha256 }) ?? true else {
                found.differ(
                    code, path,
                    id: now.bytes == bytes
                        ? "isinya berubah (ukurannya sama)" : "berubah: \(now.bytes) byte, seharusnya \(bytes)",
                    en: now.bytes == bytes
                        ? "its contents changed (its size did not)" : "changed: \(now.bytes) bytes, expected \(bytes)")
                return
            }
        } catch {
            found.differ(
                "file_unreadable", path, id: "tidak dapat dibaca: \(error.reason.indonesian)",
                en: "cannot be read: \(error.reason.english)")
        }
    }
}
