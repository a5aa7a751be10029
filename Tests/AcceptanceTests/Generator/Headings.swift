/// Headings as lists bear them, by column id: the test's own copy.
enum Headings {
    static let population: [String: [String]] = [
        "nkk": ["NKK", "NO KK", "NOMOR KK", "NOMOR KARTU KELUARGA"],
        "nik": ["NIK", "NO NIK", "NOMOR INDUK KEPENDUDUKAN", "NO KTP"],
        "name": ["NAMA", "NAMA LENGKAP", "NAMA LGKP", "NAMA PENDUDUK", "NAMA PEMILIH"],
        "birth_place": ["TEMPAT LAHIR", "TMPT LHR", "TPT LAHIR"],
        "birth_date": ["TANGGAL LAHIR", "TGL LAHIR", "TGL LHR"],
        "marital_status": ["STATUS KAWIN", "STATUS PERKAWINAN", "STS KAWIN", "STAT KWN", "KAWIN"],
        "sex": ["JENIS KELAMIN", "KELAMIN", "JK", "L/P", "JENIS KLM", "JENIS KLMIN"],
        "address": ["ALAMAT", "JALAN", "JALAN/DUKUH", "DUSUN", "KAMPUNG"],
        "rt": ["RT", "NO RT"],
        "rw": ["RW", "NO RW"],
        "disability": ["DISABILITAS", "DIFABEL", "KODE DISABILITAS", "PNYDNG CCT"],
        "region": ["KODE DESA", "KODE KEL", "KODE WILAYAH", "KODE KECAMATAN"],
        "region_province": ["NO PROP"],
        "region_regency": ["NO KAB"],
        "region_district": ["NO KEC"],
        "region_village": ["NO KEL"],
        "tps": ["TPS", "NO TPS"],
        "ktp_el": ["EKTP", "KTP-EL", "KTPEL", "STATUS REKAM", "STAT REKAM"],
        "citizenship": ["KEWARGANEGARAAN", "WN"],
    ]

    /// Columns of the other lists by role; the NIK column is as in the population lists.
    static let others: [String: [String: [String]]] = [
        "recordings": [
            "class": ["STATUS", "STATUS REKAM", "CURRENT STATUS CODE", "STATUS KTP-EL"],
            "recorded_on": ["TANGGAL REKAM", "TGL REKAM"],
            "printed_on": ["TANGGAL CETAK", "TGL CETAK"],
        ],
        "suket": ["number": ["NOMOR", "NO SUKET"], "issued_on": ["TANGGAL", "TGL TERBIT"]],
        "military": ["institution": ["INSTANSI", "KESATUAN"], "date": ["TMT"]],
        "deaths": ["date": ["TANGGAL MENINGGAL", "TGL MENINGGAL", "TANGGAL"]],
        "moved": ["date": ["TANGGAL PINDAH", "TGL PINDAH", "TANGGAL"], "destination": ["TUJUAN"]],
        "revoked": ["date": ["TANGGAL PUTUSAN", "TANGGAL"], "until": ["SAMPAI"]],
        "impaired": ["date": ["TANGGAL SURAT", "TANGGAL"]],
        "field_findings": ["code": ["KODE", "KET", "KETERANGAN"], "date": ["TANGGAL"]],
        "reply": ["answer": ["JAWABAN"], "answered_on": ["TANGGAL JAWABAN"]],
    ]

    /// A heading of a column, sometimes in other letters and with `_`, `-` or `.` for its blanks.
    static func any(_ column: String, role: String, _ random: inout SeededRandom) -> String {
        let headings = (role == "population" ? nil : others[role]?[column]) ?? population[column] ?? [column]
        var heading = random.pick(headings)
        if random.chance(20) { heading = heading.replacing(" ", with: random.pick(["_", "-", ". ", "  "])) }
        switch random.number(1...10) {
        case 1: heading = heading.lowercased()
        case 2: heading = " " + heading + " "
        case 3: heading = heading.prefix(1) + heading.dropFirst().lowercased()
        default: break
        }
        return heading
    }
}
