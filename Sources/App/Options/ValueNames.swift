public import Diagnostics

/// What stands for a value on a usage line, in the reader's language: `--out DIR` is `--out FOLDER` in Indonesian.
public enum ValueNames {
    private static let indonesian = [
        "DIR": "FOLDER", "FILE": "BERKAS", "DATE": "TANGGAL", "CODE": "KODE", "ROLE": "PERAN", "SIZE": "UKURAN",
        "RUN": "HASIL", "RUN_A": "HASIL_LAMA", "RUN_B": "HASIL_BARU", "JOB": "TUGAS", "COMMAND": "PERINTAH",
        "LINES": "BARIS", "options": "opsi",
    ]

    /// `form` with every such word put in the language.
    public static func text(_ form: String, in language: Language) -> String {
        guard language == .indonesian else { return form }
        var text = ""
        var word = ""
        func finish() {
            text += indonesian[word] ?? word
            word = ""
        }
        for character in form {
            if character.isLetter || character == "_" {
                word.append(character)
            } else {
                finish()
                text.append(character)
            }
        }
        finish()
        return text
    }
}
