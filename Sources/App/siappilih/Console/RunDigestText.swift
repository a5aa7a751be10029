import Diagnostics
import RunFolder

/// The digest of a run for the terminal, short and whole, so that an auditor can keep it.
enum RunDigestText {
    /// Nothing for a run without.
    static func lines(_ digest: String?) -> [Bilingual] {
        guard let digest else { return [] }
        let short = digest.prefix(Manifest.shortDigest)
        return [
            Bilingual(
                id: "Digest hasil: \(short), lengkapnya (simpan untuk verify --against):",
                en: "Digest of the run: \(short), in full (keep it for verify --against):"),
            Bilingual(both: "  \(digest)"),
        ]
    }
}
