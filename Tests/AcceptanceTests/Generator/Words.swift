/// Words of which made-up people are made.
enum Words {
    static let maleNames = [
        "Muhammad", "MHD", "Abdul", "ABD", "Budi", "Jonatan", "Yosua", "Faozi", "H. Ahmad", "Drs. Ponirin", "Sahat",
        "Terang", "Saïd", "André",
    ]
    static let femaleNames = [
        "Siti", "ST", "Maria", "Dewi", "Hj. Rohani", "Tiurma", "Yuniman", "Wahyuni", "Ruth", "Zoë", "Renée",
    ]
    static let familyNames = [
        "Siregar", "Nasution", "Sembiring", "Ginting, S.Pd", "Zebua", "Halawa", "Lubis", "Pasaribu", "Susanto",
        "\"Ucok\" Sinaga", "Rambe; S.H.", "Hutagalung # 2", "Tanjung\tMuda", "O'Neill",
    ]
    static let places = [
        "Medan", "Teluk Dalam", "Lubuk Pakam", "Sibolga", "Pandan", "Kab. Karo", "", "Berastagi", "T. Balai",
    ]
    static let addresses = [
        "Jl. Merdeka No. 1", "Jl. Merdeka, Gg. Sado", "Dusun III\nDesa Baru", "Lorong \"Bahagia\"", "KAMP. LALANG",
        "\"Blok A\" No 3", "Jl. Imam Bonjol; Ujung", "Perum. Griya | B2", "", "=Jl. Rumus 1", "-", "+62 Gg. Lama",
        "@Simpang", "Jl. Café",
    ]

    static let brokenDates = [
        "00|00|0000", "30-02-1990", "31/04/1980", "#VALUE!", "17-08-90", "TIDAK ADA", "1990", "-", "32-01-1990",
        "13/13/1990", "29-02-1900", "29-02-2001", "1990-02-30", "17 Agst 1990", "0", "null", "08/1990",
    ]
    static let unmapped = ["X", "9", "TIDAK TAHU", "?", "-", "BELUM JELAS"]
    static let marital = [
        "B": ["B", "BK", "BELUM KAWIN", "1", "belum kawin", "Belum  Kawin", "BELUM_KAWIN"],
        "S": ["S", "K", "KAWIN", "SUDAH KAWIN", "2", "s", " kawin ", "Sudah-Kawin"],
        "P": ["P", "CH", "CM", "CERAI HIDUP", "CERAI MATI", "PERNAH KAWIN", "3", "4", "cerai mati"],
    ]
    static let sex = [
        "L": ["L", "LK", "LAKI-LAKI", "1", "Laki-laki", " l", "LAKI LAKI"],
        "P": ["P", "PR", "PEREMPUAN", "2", "perempuan", "p "],
    ]
    static let statuses = [
        "BELUM_WAJIB", "UNREGISTERED", "BELUM_REKAM", "BELUM", "BELUM REKAM", "SUDAH_REKAM", "SUDAH", "REKAM",
        "Sudah Rekam", "BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL",
        "ADJUDICATE_RECORD", "ENROLL_FAILURE_AT_REGIONAL", "ENROLL FAILURE AT CENTRAL",
        "SEARCH_FAILURE_AT_CENTRAL", "DUPLICATE_RECORD", "DUPLICATE", "PRINT_READY_RECORD", "PRR",
        "SENT_FOR_CARD_PRINTING", "SENT FOR\nCARD PRINTING", "card_printed", "CARD SHIPPED", "CETAK", "Tercetak",
        "SUDAH CETAK", "CARD_ISSUED", "Card-Issued", "card  issued", "HILANG", "", "9", "CARD_LOST",
    ]
}
