import Diagnostics

/// Options that several commands share, each declared once.
extension OptionSpec {
    public static let rules = OptionSpec(
        "rules", .folder, help: Bilingual(id: "folder aturan", en: "folder of the rules"), group: .decision)
    public static let ruleset = OptionSpec(
        "ruleset", .id(.instrument),
        help: Bilingual(id: "peraturan lain daripada yang berlaku", en: "another instrument than the election's"),
        group: .decision)
    public static let profile = OptionSpec(
        "profile", .id(.profile),
        help: Bilingual(id: "tabel kode lain daripada yang berlaku", en: "other code tables than the election's"),
        group: .decision)
    public static let asOf = OptionSpec(
        "as-of", "DATE",
        help: Bilingual(
            id: "yang diketahui sampai YYYY-MM-DD (bawaan: hari ini)",
            en: "what is known by YYYY-MM-DD (default: today)"),
        group: .decision)
    public static let threads = OptionSpec(
        "threads", "N",
        help: Bilingual(id: "jumlah utas (bawaan: semua inti)", en: "threads (default: every core)"), group: .output)
}
