/// Small lists and options that the tests of the program's face share.
enum Lists {
    static let people = """
        NKK,NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,KODE DESA,TPS
        1271900101120001,1271901708900001,Budi Siregar,17-08-1990,B,L,1271901001,1
        1271900101120001,1271905709920002,Siti Siregar,17-09-1992,S,P,1271901001,1
        1271900101120002,1271900101550003,Terang Ginting,01-01-1955,P,L,1271901002,2

        """

    static let recordings = """
        NIK,STATUS,TGL REKAM
        1271901708900001,CARD_ISSUED,2013-05-01
        1271905709920002,PRR,2014-05-01

        """

    /// A check of `dp4.csv` into `run`.
    static let check = [
        "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2017-11-18", "--population",
        "dp4.csv", "--out", "run",
    ]

    /// Sixteen or more digits in a row; a digest in hexadecimal is none.
    static func hasLongDigits(_ text: String) -> Bool {
        var run = 0
        var isWord = false
        for scalar in text.unicodeScalars {
            if Text.isDigit(scalar) {
                run += 1
            } else {
                if run >= 16 && !isWord && !scalar.properties.isAlphabetic { return true }
                isWord = scalar.properties.isAlphabetic
                run = 0
            }
        }
        return run >= 16 && !isWord
    }
}
