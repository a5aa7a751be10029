/// Puts together a made-up name from a culture's tables, with the spellings that lists mix.
enum SampleName {
    private static let mhd = ["MHD", "MHD.", "MUHD", "M."].map { Array($0.utf8) }
    private static let abd = ["ABD", "ABD."].map { Array($0.utf8) }
    private static let st = Array("ST".utf8)
    private static let muhammad = Array("MUHAMMAD".utf8)
    private static let abdul = Array("ABDUL".utf8)
    private static let siti = Array("SITI".utf8)
    private static let before = ["H. ", "Drs. ", "Ir. "].map { Array($0.utf8) }
    private static let beforeWomen = ["Hj. ", "Dra. ", "Ir. "].map { Array($0.utf8) }
    private static let after = [", S.Pd", ", SE", ", S.H.", ", A.Md", ", S.Sos"].map { Array($0.utf8) }

    /// - Parameter family: the family name's place in the culture's table; ignored where it has none.
    static func append(
        to name: inout [UInt8], culture: SampleCulture, isWoman: Bool, family: Int, age: Int,
        using random: inout SampleRandom
    ) {
        let title = random.below(1000)
        if age >= 35, title < 12 {
            let titles = isWoman ? beforeWomen : before
            name.append(contentsOf: titles[random.below(titles.count)])
        }
        let given = isWoman ? culture.women : culture.men
        append(given[random.favouring(given.count)], to: &name, using: &random)
        let second = culture.second.isEmpty ? given : culture.second
        if random.below(100) < (culture.families.isEmpty ? 70 : 25) {
            name.append(0x20)
            name.append(contentsOf: second[random.below(second.count)])
        }
        if !culture.families.isEmpty {
            // Once in a while the nickname stands in quotation marks, as clerks write it.
            if title == 999 {
                name.append(contentsOf: Array(" \"".utf8))
                name.append(contentsOf: given[random.below(given.count)])
                name.append(UInt8(ascii: "\""))
            }
            name.append(0x20)
            name.append(contentsOf: culture.families[family % culture.families.count])
        }
        if age >= 23, title >= 970, title < 995 { name.append(contentsOf: after[random.below(after.count)]) }
    }

    /// One name, in one of its usual short forms for some.
    private static func append(_ word: [UInt8], to name: inout [UInt8], using random: inout SampleRandom) {
        let first = word.prefix { $0 != 0x20 }
        var short: [UInt8]?
        if first.elementsEqual(muhammad), random.below(100) < 45 { short = mhd[random.below(mhd.count)] }
        if first.elementsEqual(abdul), random.below(100) < 35 { short = abd[random.below(abd.count)] }
        if first.elementsEqual(siti), random.below(100) < 10 { short = st }
        guard let short else { return name.append(contentsOf: word) }
        name.append(contentsOf: short)
        name.append(contentsOf: word[first.endIndex...])
    }
}
