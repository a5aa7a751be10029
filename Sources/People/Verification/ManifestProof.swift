import Civil
import Diagnostics
import Files
import RoleLists
import Rules
import RunFolder

/// What a manifest says of itself, held against what is known from elsewhere.
enum ManifestProof {
    /// A digest that somebody kept, or its first digits, in either case.
    static func compare(_ run: Run, with kept: String, _ found: inout Verification) {
        if let digest = run.manifest.digest, digest.hasPrefix(kept.lowercased()) { return }
        found.differ(
            "other_digest", path(run), id: "digest hasil ini bukan yang disimpan",
            en: "the digest of this run is not the one that was kept")
    }

    static func compareDay(_ run: Run, with ruleset: Ruleset, _ found: inout Verification) {
        guard run.manifest.identity.votingDay != ruleset.votingDay.description else { return }
        found.differ(
            "voting_day_changed", path(run), id: "hari pemungutan suara bukan yang ada di aturan",
            en: "the voting day is not the one of the rules")
    }

    /// Everything that a second check says of itself, but for times.
    static func compare(_ run: Run, with again: Manifest, _ found: inout Verification) {
        let (was, path) = (run.manifest, path(run))
        if was.identity != again.identity {
            found.differ(
                "manifest_differs", path, id: "pemilihan, aturan, atau tanggalnya bukan yang diputuskan ulang",
                en: "election, rules or dates are not those decided again")
        }
        if was.counts != again.counts || was.answers != again.answers {
            found.differ(
                "manifest_differs", path, id: "jumlahnya bukan yang dihitung ulang",
                en: "its counts are not those counted again")
        }
        if was.warnings != again.warnings {
            found.differ(
                "manifest_differs", path, id: "peringatannya bukan yang diberikan keputusan ulang",
                en: "its warnings are not those that deciding again gives")
        }
        for (place, input) in was.inputs.enumerated() {
            if again.inputs.indices.contains(place), again.inputs[place] == input { continue }
            found.differ(
                "manifest_differs", path, id: "keterangannya tentang \(input.list) bukan yang dibaca ulang",
                en: "what it says of \(input.list) is not what was read again")
        }
        if again.inputs.count > was.inputs.count {
            found.differ(
                "manifest_differs", path, id: "ada masukan yang tidak disebutnya", en: "it leaves out an input")
        }
        for output in was.outputs {
            guard let other = again.outputs.first(where: { $0.name == output.name }),
                other.guardedCells != output.guardedCells
            else { continue }
            found.differ(
                "manifest_differs", path, id: "jumlah sel \(output.name) yang diamankan bukan yang dihitung ulang",
                en: "its count of disarmed cells of \(output.name) is not what was counted again")
        }
    }

    static func noteUndecided(_ run: Run, _ found: inout Verification) {
        found.note(
            "not_compared", run.path,
            id:
                "--no-decide: hanya digest; apakah isi berkas hasil, jumlah, dan peringatan manifes memang mengikuti dari masukan tidak diperiksa",
            en:
                "--no-decide: digests alone; whether the files of the run, the manifest's counts and its warnings follow from the inputs was not compared"
        )
    }

    static func noteSampled(_ run: Run, _ found: inout Verification) {
        found.note(
            "not_compared", run.path,
            id:
                "--sample: dari orang contoh hanya wilayah, status, kode, dan alasan yang dibandingkan; orang lain, kolom lain, berkas jumlah, dan peringatan manifes tidak",
            en:
                "--sample: of the people of the sample region, outcome, code and reasons were compared; other people, other columns, files of counts and the manifest's warnings were not"
        )
    }

    private static func path(_ run: Run) -> String { "\(run.path)/\(Manifest.fileName)" }
}
