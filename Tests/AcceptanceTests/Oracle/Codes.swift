/// The second copy of the code tables: word of a cell, folded, to its code.
enum Codes {
    static let marital = table([
        "B": ["B", "BK", "BELUM KAWIN", "1"],
        "S": ["S", "K", "KAWIN", "SUDAH KAWIN", "2"],
        "P": ["P", "CH", "CM", "CERAI HIDUP", "CERAI MATI", "PERNAH KAWIN", "3", "4"],
    ])

    static let sex = table(["L": ["L", "LK", "LAKI-LAKI", "1"], "P": ["P", "PR", "PEREMPUAN", "2"]])

    static let disability = table(["1": ["1"], "2": ["2"], "3": ["3"], "4": ["4"], "5": ["5"]])

    static let citizenship = table(["WNI": ["WNI"], "WNA": ["WNA"]])

    /// What an answer of the reply contributes; blank, `tidak ditemukan`, `lain` and any other word: nothing.
    static let answer = table([
        "suket": ["SUKET TERBIT"], "printed": ["KTP-EL TERCETAK"], "captured": ["SUDAH REKAM"],
    ])

    /// What an answer of the field or the office says of its row; any other word: nothing.
    static let rowAnswer = table([
        "suket": ["SUKET TERBIT"], "printed": ["KTP-EL TERCETAK"], "captured": ["SUDAH REKAM"],
        "deaths": ["MENINGGAL"], "moved": ["PINDAH"], "TNI": ["ANGGOTA TNI", "ANGGOTA TNI/POLRI"],
        "POLRI": ["ANGGOTA POLRI"], "confirmed": ["SUDAH DIPERIKSA: ORANGNYA BENAR", "ORANGNYA BENAR"],
    ])

    /// The words of the military list, whole.
    static let institution = table([
        "TNI": [
            "TNI", "TNI AD", "TNI AL", "TNI AU", "TNI ANGKATAN DARAT", "TNI ANGKATAN LAUT", "TNI ANGKATAN UDARA",
            "TENTARA NASIONAL INDONESIA",
        ],
        "POLRI": ["POLRI", "KEPOLISIAN", "KEPOLISIAN RI", "KEPOLISIAN NEGARA REPUBLIK INDONESIA"],
    ])

    /// The units of the military list, by their first word.
    static let unit = table([
        "TNI": [
            "KODAM", "KOREM", "KODIM", "KORAMIL", "YONIF", "YONKAV", "YONARMED", "YONZIPUR", "BATALYON", "DENPOM",
            "LANTAMAL", "LANAL", "LANUD", "KRI", "SKADRON",
        ],
        "POLRI": ["POLDA", "POLRES", "POLRESTA", "POLRESTABES", "POLSEK", "POLSEKTA", "BRIMOB"],
    ])

    static let recordingStatus = table([
        "not_required": ["BELUM_WAJIB"],
        "unrecorded": ["UNREGISTERED", "BELUM_REKAM", "BELUM", "BELUM REKAM"],
        "captured": [
            "SUDAH_REKAM", "BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL", "SUDAH",
            "SUDAH REKAM", "REKAM",
        ],
        "disputed": ["ADJUDICATE_RECORD"],
        "failed": ["ENROLL_FAILURE_AT_REGIONAL", "ENROLL_FAILURE_AT_CENTRAL", "SEARCH_FAILURE_AT_CENTRAL"],
        "duplicate": ["DUPLICATE_RECORD", "DUPLICATE"],
        "printable": ["PRINT_READY_RECORD", "PRR", "SENT_FOR_CARD_PRINTING"],
        "printed": ["CARD_PRINTED", "CARD_SHIPPED", "CETAK", "TERCETAK", "SUDAH CETAK"],
        "issued": ["CARD_ISSUED"],
    ])

    /// The code of a cell; nil when empty or outside the table.
    static func code(_ text: String, _ table: [String: String]) -> String? {
        table[Text.codeWord(text)]
    }

    private static func table(_ words: [String: [String]]) -> [String: String] {
        var result: [String: String] = [:]
        for (code, spellings) in words {
            for spelling in spellings { result[Text.codeWord(spelling)] = code }
        }
        return result
    }
}
