public import Diagnostics

/// What stands for a value on a usage line, in the reader's language: `--out DIR` is `--out FOLDER` in Indonesian.
public enum ValueNames {
    /// In small letters; shown in capitals.
    private static let indonesian = [
        "DIR": "folder", "FILE": "berkas", "DATE": "tanggal", "CODE": "kode", "ROLE": "peran", "SIZE": "ukuran",
        "RUN": "hasil", "RUN_A": "hasil_lama", "RUN_B": "hasil_baru", "JOB": "tugas", "COMMAND": "perintah",
        "LINES": "baris",
    ]

    /// `form` with every such word put in the language.
    public static func text(_ form: String, in language: Language) -> String {
        guard language == .indonesian else { return form }
        var text = ""
        var word = ""
        func finish() {
            text += word == "options" ? "opsi" : indonesian[word]?.uppercased() ?? word
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
