import Civil
import Testing

@testable import RoleLists

@Suite struct NIKWarningColumnsTests {
    /// Each bit is what the NIK itself says of its row, in batches of every length.
    @Test func bitsAreThoseOfEachRow() throws {
        let provinces = [12, 31, 91]
        var warnings = NIKWarningColumns(provinces: provinces)
        var seed: UInt64 = 17
        func next(_ limit: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % limit
        }
        let places: [(UInt64, Int)] = [(12, 2), (1271, 4), (127_190, 6), (1_204_902_001, 10), (3171, 4), (9999, 4)]
        let regions = places.map { RegionCode(digits: $0.0, length: $0.1) ?? .unknown } + [.unknown]
        for count in [0, 1, 63, 64, 65, 700] {
            var keys: [UInt64] = []
            var codes: [UInt64] = []
            var births: [UInt32] = []
            var sexes: [UInt8] = []
            for _ in 0..<count {
                let date = try #require(
                    CivilDate(year: 1950 + Int(next(60)), month: 1 + Int(next(12)), day: 1 + Int(next(28))))
                let day = UInt64(date.day) + (next(2) == 0 ? 40 : 0)
                let area = [127_190, 120_490, 317_190, 999_990, 120_001][Int(next(5))] as UInt64
                let born = day * 10_000 + UInt64(date.month) * 100 + UInt64(date.year % 100)
                keys.append(next(6) == 0 ? 0 : area * 10_000_000_000 + born * 10_000 + 1 + next(9000))
                codes.append(regions[Int(next(UInt64(regions.count)))].packed)
                let other = date.adding(days: Int(next(3))) ?? date
                births.append(next(5) == 0 ? 0 : other.components.packed)
                sexes.append(UInt8(next(3)))
            }
            warnings.read(keys: keys.span, regions: codes.span, births: births.span, sexes: sexes.span)
            for row in 0..<count {
                let nik = try #require(NIK(digits: keys[row]))
                let isSound = keys[row] != 0
                let parts = CivilDate.Components(packed: births[row])
                let date = CivilDate(year: parts.year, month: parts.month, day: parts.day)
                #expect(Bits.isSet(warnings.prefixUnknown, row) == (isSound && !provinces.contains(nik.province)))
                #expect(
                    Bits.isSet(warnings.regionDiffers, row)
                        == (isSound && nik.differs(from: RegionCode(trusted: codes[row]))))
                #expect(
                    Bits.isSet(warnings.birthDateDiffers, row)
                        == (isSound && date.map { nik.differs(fromBirthDate: $0) } ?? false))
                #expect(
                    Bits.isSet(warnings.sexDiffers, row)
                        == (isSound && sexes[row] != 0 && nik.differs(fromFemale: sexes[row] == 2)))
            }
            let bits = [
                warnings.prefixUnknown, warnings.regionDiffers, warnings.birthDateDiffers, warnings.sexDiffers,
            ]
            for words in bits { #expect(words.count == (count + 63) / 64) }
        }
    }
}
