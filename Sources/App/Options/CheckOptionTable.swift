import Diagnostics
public import Readiness
public import RoleLists

extension CheckOptions {
    /// The options of `check`. Those of the lists come from the rule book's roles.
    public static func table(roles: [ListRole]) -> [OptionSpec] {
        roles.map { role in
            OptionSpec(role.option, .list, help: role.title, group: .lists, isRepeatable: true)
        } + listOptions + decisionOptions + outputOptions
    }

    private static let listOptions = [
        OptionSpec(
            "list", .listOfRole,
            help: Bilingual(id: "daftar untuk peran lain dari lists.json5", en: "a list of any role of lists.json5"),
            group: .lists, isRepeatable: true),
        OptionSpec(
            "region", "CODE",
            help: Bilingual(
                id: "wilayah untuk baris tanpa kode wilayah, dari daftar-daftar berikutnya",
                en: "region for rows that have none, of the lists that follow"),
            group: .lists, isRepeatable: true),
        OptionSpec(
            "map", .file,
            help: Bilingual(
                id: "peta kolom (dari inspect --write-map) untuk daftar yang disebutnya, atau daftar tepat di depannya",
                en: "column map (from inspect --write-map) for the lists it names, or the list right before it"),
            group: .lists, isRepeatable: true),
        OptionSpec(
            "regions", .file,
            help: Bilingual(
                id: "tabel kode dan nama wilayah, di samping yang ada di aturan (CSV atau Excel)",
                en: "a table of region codes and names, beside those of the rules (CSV or Excel)"),
            group: .lists),
        .folder, .yes, acceptedRoles, acceptedStrikes,
    ]

    private static let acceptedRoles = OptionSpec(
        "accept-role", "ROLE",
        help: Bilingual(
            id: "terima daftar peran ini apa adanya, walau tampaknya daftar lain",
            en: "take lists of this role as given, even if they look like others"),
        group: .lists, isRepeatable: true)

    private static let acceptedStrikes = OptionSpec(
        "accept-strikes", "ROLE",
        help: Bilingual(
            id: "lanjutkan walau daftar peran ini mencoret banyak orang",
            en: "go on although lists of this role strike many people"),
        group: .lists, isRepeatable: true)

    private static let decisionOptions = [
        OptionSpec(
            "election", .id(.election),
            help: Bilingual(id: "pemilihan; lihat `rules list`", en: "the election; see `rules list`"),
            group: .decision),
        .ruleset, .profile, .asOf, .rules,
    ]

    private static let outputOptions = [
        OptionSpec(
            "out", .folder,
            help: Bilingual(id: "folder hasil, baru atau kosong", en: "folder for the results, new or empty"),
            group: .output),
        OptionSpec(
            "force", help: Bilingual(id: "ganti folder hasil yang tidak kosong", en: "replace results that are there"),
            group: .output),
        OptionSpec(
            "persons",
            help: Bilingual(id: "tulis juga persons.csv: semua orang", en: "also write persons.csv: everyone"),
            group: .output),
        OptionSpec(
            "csv-excel",
            help: Bilingual(
                id: "CSV untuk dibuka di Excel: titik koma, NIK sebagai teks",
                en: "CSV to open in Excel: semicolons, NIKs as text"),
            group: .output),
        OptionSpec(
            "workbooks",
            help: Bilingual(
                id: "flagged.xlsx dan collect.xlsx juga bila lebih dari 100.000 orang",
                en: "flagged.xlsx and collect.xlsx also for more than 100,000 people"),
            group: .output),
        OptionSpec(
            "no-digest",
            help: Bilingual(
                id: "tanpa SHA-256: ukuran dan jumlah saja", en: "no SHA-256: sizes and counts only"),
            group: .output),
        OptionSpec(
            "strict",
            help: Bilingual(
                id: "kode keluar 1 bila ada baris ditolak atau kode tak dikenal",
                en: "exit code 1 on any rejected row or unknown code"),
            group: .output),
        .writeJob, .threads,
        OptionSpec(
            "memory", "SIZE",
            help: Bilingual(
                id: "memori yang boleh dipakai, mis. 300M atau 8G (paling sedikit 64M; bawaan: separuh memori mesin)",
                en: "memory to use, such as 300M or 8G (at least 64M; default: half of the machine's)"),
            group: .output),
    ]
}
