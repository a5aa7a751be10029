import Diagnostics

/// What the program's exit codes mean, said in one place.
enum ExitCodes {
    static let all: [(code: Int, meaning: Bilingual)] = [
        (0, Bilingual(id: "selesai", en: "done")),
        (
            1,
            Bilingual(
                id:
                    "selesai, tetapi ada masalah data (--strict), berkas tanpa peran (check --folder), perbedaan (verify), atau perubahan (diff --exit-code)",
                en:
                    "done, with data problems (--strict), files without a role (check --folder), differences (verify) or changes (diff --exit-code)"
            )
        ),
        (
            2,
            Bilingual(
                id: "salah pakai: opsi atau nama tidak dikenal, folder hasil tidak kosong",
                en: "usage: unknown option or name, output not empty")
        ),
        (3, Bilingual(id: "masukan atau aturan tidak terbaca", en: "an input or a rule cannot be read")),
        (4, Bilingual(id: "hasil tidak dapat ditulis", en: "output cannot be written")),
        (5, Bilingual(id: "kesalahan program", en: "a defect of the program")),
        (130, Bilingual(id: "dihentikan", en: "interrupted")),
    ]

    /// What wins over what.
    static let precedence = Bilingual(
        id:
            "Opsi di baris perintah didahulukan atas berkas tugas, berkas tugas atas lingkungan (SIAPPILIH_RULES, LANG), lingkungan atas bawaan. Sebuah daftar pada baris perintah mengganti semua daftar tugas yang sama perannya. Folder aturan: --rules, berkas tugas, SIAPPILIH_RULES, rules/ di folder kerja, rules/ di samping program.",
        en:
            "The command line wins over a job file, a job file over the environment (SIAPPILIH_RULES, LANG), the environment over defaults. A list on the command line replaces all of the job's lists of its role. Rules: --rules, the job file, SIAPPILIH_RULES, rules/ in the working folder, rules/ beside the program."
    )
}
