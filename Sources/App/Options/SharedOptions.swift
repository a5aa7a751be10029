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
    /// Of `check`: what sorts a folder into roles, agrees to decide by it, and keeps all of it as a job file.
    static let folder = OptionSpec(
        "folder", .folder,
        help: Bilingual(
            id:
                "pilah berkas di folder ini menurut isinya dan tunjukkan; memutuskan hanya dengan --yes atau jawaban ya",
            en: "sort the files of this folder by what they are and show it; decide only with --yes or a yes"),
        group: .lists, isSetting: false)
    static let yes = OptionSpec(
        "yes", help: Bilingual(id: "putuskan tanpa bertanya", en: "decide without asking"), group: .lists,
        isSetting: false)
    static let writeJob = OptionSpec(
        "write-job", .file,
        help: Bilingual(
            id: "tulis daftar dan opsi ini sebagai berkas tugas (berkas baru; - untuk keluaran standar)",
            en: "write these lists and options as a job file (a new file; - for standard output)"),
        group: .output, isSetting: false)
    public static let threads = OptionSpec(
        "threads", "N",
        help: Bilingual(id: "jumlah utas (bawaan: semua inti)", en: "threads (default: every core)"), group: .output)
}
