/// How the people are spread: districts, kecamatan 90 to 99, desa; more of each as the sample grows.
struct SampleRegions {
    struct Share {
        var district: SampleDistrict
        var kecamatan: [Kecamatan]
    }

    struct Kecamatan {
        var desa: [Desa]
    }

    struct Desa {
        /// Ten digits.
        var region: UInt64
        var people: Int
        /// The last of all: copies that would have to be listed later are not made here.
        var isLast = false
    }

    let districts: [Share]
    /// Six digits of the kecamatan where newcomers' NIKs were issued: all of the sample's, and some of other provinces.
    let origins: [UInt64]

    private static let otherProvinces: [UInt64] = [1108, 1371, 1471, 3273]

    init(people: Int) {
        let chosen = SampleDistrict.all.prefix(max(1, min(SampleDistrict.all.count, people / 500)))
        let sizes = Self.split(people, by: chosen.map(\.thousands))
        var shares: [Share] = []
        for (district, size) in zip(chosen, sizes) where size > 0 {
            let count = max(size >= 60 ? 2 : 1, min(10, size / 250))
            var kecamatan: [Kecamatan] = []
            for (place, part) in Self.split(size, by: Array(repeating: 1, count: count)).enumerated() {
                let code = UInt64(district.code * 100 + 90 + place) * 10_000 + (district.isTown ? 1000 : 2000)
                let parts = Self.split(part, by: Array(repeating: 1, count: max(1, min(18, part / 60))))
                kecamatan.append(
                    Kecamatan(desa: parts.enumerated().map { Desa(region: code + UInt64($0 + 1), people: $1) }))
            }
            shares.append(Share(district: district, kecamatan: kecamatan))
        }
        if let district = shares.indices.last, let last = shares[district].kecamatan.indices.last,
            let desa = shares[district].kecamatan[last].desa.indices.last
        {
            shares[district].kecamatan[last].desa[desa].isLast = true
        }
        districts = shares
        let own = shares.flatMap { share in share.kecamatan.indices.map { UInt64(share.district.code * 100 + 90 + $0) }
        }
        origins = own + Self.otherProvinces.flatMap { code in (90...99).map { code * 100 + $0 } }
    }

    /// Parts in proportion to the weights that add up to the whole.
    private static func split(_ whole: Int, by weights: [Int]) -> [Int] {
        let total = weights.reduce(0, +)
        guard total > 0 else { return [] }
        var parts: [Int] = []
        var weight = 0
        var given = 0
        for part in weights {
            weight += part
            let upTo = whole / total * weight + whole % total * weight / total
            parts.append(upTo - given)
            given = upTo
        }
        return parts
    }
}
