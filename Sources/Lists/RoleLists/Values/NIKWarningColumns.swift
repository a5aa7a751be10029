import Civil

/// Where sound NIKs and their rows say different things: bitmaps, one bit a row, lowest first.
public struct NIKWarningColumns: Sendable {
    public private(set) var prefixUnknown: [UInt64] = []
    public private(set) var regionDiffers: [UInt64] = []
    public private(set) var birthDateDiffers: [UInt64] = []
    public private(set) var sexDiffers: [UInt64] = []

    /// By province.
    private let isProvince: [Bool]

    public init(provinces: some Sequence<Int>) {
        var isProvince = [Bool](repeating: false, count: 100)
        for province in provinces where isProvince.indices.contains(province) { isProvince[province] = true }
        self.isProvince = isProvince
    }

    /// Reads a batch: `keys` are NIKs (0 = none that is sound), `regions` packed codes, `births` packed parts of dates
    /// (0 = none), `sexes` 1 = male, 2 = female.
    public mutating func read(keys: Span<UInt64>, regions: Span<UInt64>, births: Span<UInt32>, sexes: Span<UInt8>) {
        let count = min(keys.count, regions.count, births.count, sexes.count)
        let words = (keys.count + 63) / 64
        ColumnDecoding.resize(&prefixUnknown, words)
        ColumnDecoding.resize(&regionDiffers, words)
        ColumnDecoding.resize(&birthDateDiffers, words)
        ColumnDecoding.resize(&sexDiffers, words)
        let provinces = self.isProvince
        let isProvince = provinces.span
        // Lists come area by area.
        var region = RegionCode.unknown
        var regency = -1
        var isRegencyOfProvince = false
        for word in 0..<words {
            var prefixes: UInt64 = 0
            var differing: UInt64 = 0
            var dates: UInt64 = 0
            var otherSexes: UInt64 = 0
            var bit: UInt64 = 1
            for row in word * 64..<max(word * 64, min(word * 64 + 64, count)) {
                if let nik = NIK(digits: keys[row]), nik.value != 0 {
                    if regions[row] != region.packed {
                        region = RegionCode(trusted: regions[row])
                        regency = region.firstFourDigits ?? -1
                        isRegencyOfProvince = regency >= 0 && isProvince[regency / 100]
                    }
                    let issued = nik.provinceAndRegency
                    if issued != regency {
                        if regency >= 0 { differing |= bit }
                        if !isProvince[issued / 100] { prefixes |= bit }
                    } else if !isRegencyOfProvince {
                        prefixes |= bit
                    }
                    if births[row] != 0, nik.differs(fromBirthDate: births[row]) { dates |= bit }
                    if sexes[row] != 0, nik.differs(fromFemale: sexes[row] == 2) { otherSexes |= bit }
                }
                bit <<= 1
            }
            prefixUnknown[word] = prefixes
            regionDiffers[word] = differing
            birthDateDiffers[word] = dates
            sexDiffers[word] = otherSexes
        }
    }
}
