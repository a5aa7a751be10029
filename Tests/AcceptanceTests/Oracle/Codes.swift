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

    static let institution = table(["TNI": ["TNI"], "POLRI": ["POLRI"]])

    static let answer = table(["suket": ["SUKET TERBIT"], "recorded": ["SUDAH REKAM"]])

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

    /// Most advanced first: of two recordings of one day, the earlier in this list stands.
    static let recordingOrder = [
        "issued", "printed", "printable", "captured", "disputed", "duplicate", "failed", "unrecorded",
        "not_required", "unknown",
    ]

    /// Whether the list's own mark says that the person has recorded (KPU 2018).
    static func markSaysRecorded(_ text: String) -> Bool {
        let word = Text.codeWord(text)
        if word == "S" || word == "K" { return true }
        return ["issued", "printed", "printable", "captured"].contains(recordingStatus[word] ?? "")
    }

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
