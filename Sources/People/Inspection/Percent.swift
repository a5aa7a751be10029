import Diagnostics

/// A share in words: `41,0 %` in Indonesian, `41.0%` in English.
enum Percent {
    static func text(_ part: Int, of whole: Int) -> Bilingual {
        guard whole > 0 else { return Bilingual(both: "-") }
        let thousandths = (part * 2000 + whole) / (whole * 2)
        return Bilingual(
            id: "\(thousandths / 10),\(thousandths % 10) %", en: "\(thousandths / 10).\(thousandths % 10)%")
    }
}
