/// A kabupaten or kota of Sumatera Utara as the made-up lists know it: code, size, which peoples live there.
///
/// Sizes are rough, in thousands of people. Kecamatan are always 90 to 99, which no real region uses.
struct SampleDistrict {
    /// Four digits (Kemendagri).
    var code: Int
    var name: String
    /// Where most of its people were born.
    var town: String
    var thousands: Int
    /// Weights in the order of `SampleCulture.all`: Javanese, Malay, Toba, Karo, Mandailing, Nias.
    var cultures: [Int]

    /// Towns (kota) have kelurahan (numbers from 1001), the others desa (from 2001).
    var isTown: Bool { code % 100 >= 71 }

    init(_ code: Int, _ name: String, town: String, _ thousands: Int, _ cultures: [Int]) {
        self.code = code
        self.name = name
        self.town = town
        self.thousands = thousands
        self.cultures = cultures
    }

    /// In the order in which a growing sample takes them in: the first few are as different as can be.
    static let all: [SampleDistrict] = [
        SampleDistrict(1271, "Medan", town: "MEDAN", 2200, [33, 20, 21, 6, 17, 3]),
        SampleDistrict(1206, "Karo", town: "KABANJAHE", 390, [8, 4, 12, 74, 1, 1]),
        SampleDistrict(1213, "Mandailing Natal", town: "PANYABUNGAN", 430, [6, 8, 2, 0, 82, 2]),
        SampleDistrict(1204, "Nias", town: "GIDO", 140, [1, 3, 1, 0, 1, 94]),
        SampleDistrict(1212, "Toba Samosir", town: "BALIGE", 180, [1, 1, 96, 1, 1, 0]),
        SampleDistrict(1207, "Deli Serdang", town: "LUBUK PAKAM", 2000, [52, 18, 13, 9, 7, 1]),
        SampleDistrict(1205, "Langkat", town: "STABAT", 1000, [57, 27, 5, 8, 3, 0]),
        SampleDistrict(1208, "Simalungun", town: "RAYA", 840, [46, 4, 44, 3, 3, 0]),
        SampleDistrict(1275, "Binjai", town: "BINJAI", 260, [52, 20, 10, 9, 8, 1]),
        SampleDistrict(1273, "Sibolga", town: "SIBOLGA", 86, [6, 28, 44, 0, 14, 8]),
        SampleDistrict(1209, "Asahan", town: "KISARAN", 710, [58, 24, 14, 0, 4, 0]),
        SampleDistrict(1202, "Tapanuli Utara", town: "TARUTUNG", 290, [1, 1, 97, 0, 1, 0]),
        SampleDistrict(1214, "Nias Selatan", town: "TELUK DALAM", 310, [1, 2, 1, 0, 0, 96]),
        SampleDistrict(1218, "Serdang Bedagai", town: "SEI RAMPAH", 610, [55, 27, 14, 2, 2, 0]),
        SampleDistrict(1201, "Tapanuli Tengah", town: "PANDAN", 350, [4, 22, 56, 0, 10, 8]),
        SampleDistrict(1203, "Tapanuli Selatan", town: "SIPIROK", 270, [5, 3, 10, 0, 80, 2]),
        SampleDistrict(1210, "Labuhanbatu", town: "RANTAUPRAPAT", 470, [45, 18, 16, 1, 20, 0]),
        SampleDistrict(1211, "Dairi", town: "SIDIKALANG", 280, [3, 2, 84, 10, 1, 0]),
        SampleDistrict(1215, "Pakpak Bharat", town: "SALAK", 47, [2, 4, 90, 3, 1, 0]),
        SampleDistrict(1216, "Humbang Hasundutan", town: "DOLOK SANGGUL", 180, [1, 1, 97, 0, 1, 0]),
        SampleDistrict(1217, "Samosir", town: "PANGURURAN", 125, [1, 0, 98, 1, 0, 0]),
        SampleDistrict(1219, "Batu Bara", town: "LIMAPULUH", 400, [42, 46, 9, 0, 3, 0]),
        SampleDistrict(1220, "Padang Lawas Utara", town: "GUNUNG TUA", 260, [9, 4, 5, 0, 82, 0]),
        SampleDistrict(1221, "Padang Lawas", town: "SIBUHUAN", 260, [10, 6, 4, 0, 80, 0]),
        SampleDistrict(1222, "Labuhanbatu Selatan", town: "KOTAPINANG", 320, [48, 14, 12, 0, 26, 0]),
        SampleDistrict(1223, "Labuhanbatu Utara", town: "AEK KANOPAN", 350, [47, 16, 22, 0, 15, 0]),
        SampleDistrict(1224, "Nias Utara", town: "LOTU", 135, [0, 2, 1, 0, 0, 97]),
        SampleDistrict(1225, "Nias Barat", town: "LAHOMI", 85, [0, 1, 1, 0, 0, 98]),
        SampleDistrict(1272, "Pematangsiantar", town: "PEMATANGSIANTAR", 250, [25, 9, 58, 3, 5, 0]),
        SampleDistrict(1274, "Tanjung Balai", town: "TANJUNG BALAI", 167, [24, 50, 18, 0, 8, 0]),
        SampleDistrict(1276, "Tebing Tinggi", town: "TEBING TINGGI", 160, [42, 25, 24, 2, 7, 0]),
        SampleDistrict(1277, "Padangsidimpuan", town: "PADANGSIDIMPUAN", 210, [7, 6, 12, 0, 73, 2]),
        SampleDistrict(1278, "Gunungsitoli", town: "GUNUNGSITOLI", 138, [2, 6, 3, 0, 1, 88]),
    ]
}
