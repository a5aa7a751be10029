import Diagnostics
import Rules

/// What is odd about the day whose knowledge counts: results of such a day are easily taken for something else.
enum AsOfFindings {
    static func of(_ ruleset: Ruleset) -> [Finding] {
        let asOf = ruleset.asOf
        var findings: [Finding] = []
        if asOf > ruleset.votingDay {
            findings.append(
                warning(
                    "as_of_after_voting_day",
                    id:
                        "tanggal data \(asOf) sesudah hari pemungutan suara \(ruleset.votingDay): yang tertanggal sesudah hari itu tetap tidak dihitung",
                    en:
                        "the as-of date \(asOf) is after polling day \(ruleset.votingDay): what is dated after that day does not count all the same"
                ))
        }
        if let first = ruleset.inForceFrom, asOf < first {
            findings.append(
                warning(
                    "as_of_before_rules",
                    id:
                        "tanggal data \(asOf) sebelum \(ruleset.instrumentID) berlaku (\(first)): syarat-syaratnya tetap dipakai",
                    en:
                        "the as-of date \(asOf) is before \(ruleset.instrumentID) was in force (\(first)): its requirements decide all the same"
                ))
        }
        return findings
    }

    private static func warning(_ code: String, id: String, en: String) -> Finding {
        Finding(
            code: code, severity: .warning, message: Bilingual(id: id, en: en),
            remedy: Bilingual(id: "periksa --as-of", en: "check --as-of"))
    }
}
