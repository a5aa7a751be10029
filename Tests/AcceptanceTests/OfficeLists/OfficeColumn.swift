/// A column of an office's list: what it is headed, and what stands in it.
enum OfficeColumn: String, Sendable, CaseIterable {
    case number, nkk, nik, name, birthPlace, birthDate, birth, age, marital, sex, address, rt, rw, rtRw, disability
    case region, tps, remark

    /// The columns of one list, in some office's order.
    static func any(_ random: inout SeededRandom) -> [OfficeColumn] {
        var columns: [OfficeColumn] = [.nkk, .nik, .name]
        if random.chance(30) { columns.swapAt(0, 1) }
        columns += random.chance(25) ? [.birth] : [.birthPlace, .birthDate]
        if random.chance(30) { columns.append(.age) }
        columns += random.chance(70) ? [.marital, .sex] : [.sex, .marital]
        columns.append(.address)
        columns += random.chance(25) ? [.rtRw] : [.rt, .rw]
        if random.chance(50) { columns.append(.disability) }
        if random.chance(30) { columns.append(.region) }
        if random.chance(30) { columns.append(.tps) }
        if random.chance(80) { columns.insert(.number, at: 0) }
        if random.chance(50) { columns.append(.remark) }
        return columns
    }

    /// Headings of the column: the test's own copy.
    var headings: [String] {
        switch self {
        case .number: ["NO", "No.", "NO URUT", "No"]
        case .nkk: ["NKK", "NO. KK", "Nomor Kartu Keluarga", "No. KK"]
        case .nik: ["NIK", "No. KTP", "NOMOR INDUK KEPENDUDUKAN", "NIK *"]
        case .name: ["NAMA", "Nama Lengkap", "NAMA PEMILIH", "Nama :"]
        case .birthPlace: ["TEMPAT LAHIR", "Tmpt Lhr", "Tempat Lahir"]
        case .birthDate: ["TANGGAL LAHIR", "Tgl. Lahir", "TANGGAL LAHIR (DD|MM|YYYY)", "Tanggal_Lahir", "Tgl Lahir*"]
        case .birth: ["TEMPAT/TGL LAHIR", "Tempat, Tanggal Lahir", "TEMPAT TANGGAL LAHIR", "Tempat / Tanggal Lahir"]
        case .age: ["UMUR", "Usia"]
        case .marital:
            ["STATUS KAWIN", "Status Perkawinan B/S/P", "STATUS KAWIN (B/S/P)", "Sts. Kawin", "STATUS KAWIN *)"]
        case .sex: ["JENIS KELAMIN", "Jenis Kelamin L/P", "L/P", "JENIS KELAMIN (L/P)", "JK :", "Kelamin*"]
        case .address: ["ALAMAT", "Jalan/Dukuh", "Alamat"]
        case .rt: ["RT", "No. RT"]
        case .rw: ["RW", "No. RW"]
        case .rtRw: ["RT/RW", "RT / RW"]
        case .disability: ["DISABILITAS", "Difabel", "Disabilitas *"]
        case .region: ["KODE DESA", "Kode Wilayah"]
        case .tps: ["TPS", "No. TPS"]
        case .remark: ["KET", "Ket.", "KETERANGAN"]
        }
    }

    /// Whether an officer may write anything here beside the people: a note in it makes nobody of a row.
    var holdsNotes: Bool { self != .birth }
}
