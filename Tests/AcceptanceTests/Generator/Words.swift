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

    /// Cells that are no date: reported, never guessed.
    static let brokenDates = [
        "30-02-1990", "31/04/1980", "#VALUE!", "17-08-90", "TIDAK ADA", "1990", "32-01-1990", "13/13/1990",
        "29-02-1900", "29-02-2001", "1990-02-30", "17 Agstus 1990", "08/1990", "??",
    ]
    /// Cells that hold no date: missing, not wrong.
    static let missingDates = ["", "", " ", "-", "0", "00|00|0000", "00-00-0000", "0000-00-00", "00/00/0000"]
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
    static let institutions = [
        "TNI", "POLRI", "tni", " Polri ", "", "TNI", "POLRI", "SATPAM", "?", "TNI-AD", "TNI Angkatan Laut",
        "KODIM 0205",
        "Brimob", "POLRES TANAH KARO", "PNS", "Purnawirawan", "Kepolisian RI", "YONIF-125", "Pemda", "TENTARA",
    ]
    static let findingCells = [
        "", "11", "12", "X", "0", "99", "-", "2,5", "01", "08", "8 Hilang ingatan", "1. MENINGGAL", "3) di bawah umur",
        "10 bukan penduduk", "11 Belum KTP-el", "12. belum dipastikan", "MENINGGAL", "GANDA", "TMS 1", "U", "b", "Ubah",
        "BARU", "2", "2", "2 ganda", "13 lain",
    ]
    static let answers = [
        "suket terbit", "Suket Terbit", "SUDAH REKAM", "sudah_rekam", "KTP-el tercetak", "KTP EL TERCETAK", "",
        "tidak ditemukan", "lain", "??",
    ]
    /// Where people move: names that one region bears, that several bear, that none does.
    static let destinations = [
        "", "Jakarta Selatan Kota Lama", "BINJAI", "Medan", "MEDAN", "Sumatera  Utara", "Kab. Deli Serdang",
        "Nias Selatan",
        "Riau", "Kec. Teluk Rekaan", "Mandala Rekaan", "Simpang Rekaan", "Teluk Rekaan", "TELUK REKAAN",
        "O’o Rekaan", "Luar negeri",
    ]
    /// Names of made-up regions, given with `--regions`: codes of kecamatan 90 to 99 that are nobody's.
    static let regions: [(code: String, name: String)] = [
        ("127190", "Teluk Rekaan"), ("127191", "Simpang Rekaan"), ("120791", "Simpang Rekaan"),
        ("120790", "Mandala Rekaan"), ("1207901001", "Mandala Rekaan"), ("121490", "O'o Rekaan"),
        ("1271901001", "Suka Rekaan"),
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
