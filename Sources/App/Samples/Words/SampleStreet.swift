/// Made-up addresses: streets, lanes and hamlets under names that every town has.
enum SampleStreet {
    static let names = words(
        """
        MERDEKA SUDIRMAN GATOT_SUBROTO DIPONEGORO SISINGAMANGARAJA BESAR PENDIDIKAN MASJID GEREJA KARTINI AHMAD_YANI
        IMAM_BONJOL VETERAN PEMUDA KELAPA MANGGA MELATI MAWAR CEMPAKA PERINTIS STASIUN PASAR PELABUHAN
        """)
    static let hamlets = words("I II III IV V VI VII VIII IX X")

    /// An address without RT and RW. One in twenty holds a comma, so that it must be quoted in some dialects.
    static func append(to text: inout [UInt8], using random: inout SampleRandom) {
        let kind = random.below(100)
        if kind < 35 {
            text.append(contentsOf: Self.hamlet)
            text.append(contentsOf: hamlets[random.favouring(hamlets.count)])
            return
        }
        text.append(contentsOf: Self.street)
        text.append(contentsOf: names[random.favouring(names.count)])
        text.append(contentsOf: Self.number)
        SampleBytes.append(UInt64(random.within(1...250)), to: &text)
        if kind >= 95 {
            text.append(contentsOf: Self.lane)
            text.append(contentsOf: names[random.below(names.count)])
        }
    }

    private static let street = Array("JL. ".utf8)
    private static let number = Array(" NO. ".utf8)
    private static let lane = Array(", GG. ".utf8)
    private static let hamlet = Array("DSN. ".utf8)

    private static func words(_ text: String) -> [[UInt8]] {
        text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { $0.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 } }
    }
}
