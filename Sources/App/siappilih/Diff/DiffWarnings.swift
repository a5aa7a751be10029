import Diagnostics
import RunFolder

/// What makes a comparison say less than it seems to.
enum DiffWarnings {
    static func of(_ before: Run, _ after: Run) -> [Finding] {
        var findings: [Finding] = []
        func warn(_ code: String, id: String, en: String) {
            findings.append(
                Finding(
                    code: code, severity: .warning, message: Bilingual(id: id, en: en),
                    location: SourceLocation(file: after.path)))
        }
        let (old, new) = (before.manifest, after.manifest)
        if old.identity.election != new.identity.election || old.identity.ruleset != new.identity.ruleset {
            warn(
                "other_rules",
                id:
                    "aturannya berbeda (\(old.identity.election), \(old.identity.ruleset) dan \(new.identity.election), \(new.identity.ruleset)): sebagian perubahan berasal dari aturan",
                en:
                    "the rules differ (\(old.identity.election), \(old.identity.ruleset) and \(new.identity.election), \(new.identity.ruleset)): some changes come from the rules"
            )
        } else if old.rules != new.rules {
            warn(
                "rules_changed",
                id: "berkas aturannya berubah di antaranya: sebagian perubahan mungkin berasal dari aturan",
                en: "the rule files changed in between: some changes may come from the rules")
        }
        if new.identity.asOf < old.identity.asOf {
            warn(
                "runs_reversed",
                id: "hasil kedua lebih lama daripada yang pertama (\(new.identity.asOf), \(old.identity.asOf))",
                en: "the second run is older than the first (\(new.identity.asOf), \(old.identity.asOf))")
        }
        return findings
    }
}
