import Civil

/// Made-up NIKs: every one unique, and none that a real person can bear (kecamatan 90 to 99).
///
/// Inside a kecamatan, serials count up per birth date and sex, as they do in life. People who came from elsewhere
/// bear the NIK of another kecamatan with a serial from 5001 on, dealt out by a running number, so that both kinds
/// never meet; unique up to about 20 million people who moved.
struct SampleNIK {
    private var serials = [UInt16](repeating: 0, count: 72 * 13 * 100)
    private var newcomers: UInt64 = 0
    /// Six digits of each kecamatan that newcomers' NIKs were issued in.
    private let origins: [UInt64]

    init(origins: [UInt64]) {
        self.origins = origins
    }

    /// Called once when a kecamatan begins: its serials start again.
    mutating func beginKecamatan() {
        for place in serials.indices { serials[place] = 0 }
    }

    mutating func issued(in kecamatan: UInt64, birth: Int, isWoman: Bool) -> UInt64 {
        let day = SampleDay.parts(birth)
        let coded = day.day + (isWoman ? 40 : 0)
        let place = (coded * 13 + day.month) * 100 + day.year % 100
        serials[place] &+= 1
        return Self.digits(kecamatan, day, isWoman, UInt64(serials[place]))
    }

    mutating func issuedElsewhere(birth: Int, isWoman: Bool) -> UInt64 {
        newcomers += 1
        let kecamatan = origins[Int(newcomers / 4999 % UInt64(origins.count))]
        return Self.digits(kecamatan, SampleDay.parts(birth), isWoman, 5001 + newcomers % 4999)
    }

    private static func digits(_ kecamatan: UInt64, _ day: CivilDate.Components, _ isWoman: Bool, _ serial: UInt64)
        -> UInt64
    {
        let coded = UInt64(day.day + (isWoman ? 40 : 0))
        let date = coded * 10_000 + UInt64(day.month) * 100 + UInt64(day.year % 100)
        return (kecamatan * 1_000_000 + date) * 10000 + serial
    }
}
