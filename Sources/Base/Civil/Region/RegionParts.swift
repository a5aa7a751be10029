/// A region code that stands in several columns: numbers of province, kabupaten/kota, kecamatan, desa/kelurahan.
extension RegionCode {
    /// Joins parts, padded to 2-2-2-4 digits. The first part that is missing (nil) ends the code: what counts is the
    /// parts given from the left. Unknown without a province, or where a counted part has too many digits or is
    /// negative.
    public static func joining(province: Int32?, regency: Int32?, district: Int32?, village: Int32?) -> RegionCode {
        var value: UInt64 = 0
        var length = 0
        for (part, width, limit) in [(province, 2, 100), (regency, 2, 100), (district, 2, 100), (village, 4, 10_000)] {
            guard let part else { break }
            guard part >= 0, part < limit else { return .unknown }
            value = value * UInt64(limit) + UInt64(part)
            length += width
        }
        return RegionCode(digits: value, length: length) ?? .unknown
    }
}
