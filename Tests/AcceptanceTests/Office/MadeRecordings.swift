/// Lists of made-up people of one desa who record, one after another, and do not go back.
enum MadeRecordings {
    static func nik(_ number: Int) -> String {
        let serial = String(number + 1)
        return "1206910101800000".dropLast(serial.count) + serial
    }

    static func people(_ count: Int) -> String {
        "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,KELAMIN,KODE DESA\n"
            + (0..<count).map { "\(nik($0)),ORANG KE \($0),01-01-1980,S,L,1206912001\n" }.joined()
    }

    /// Days from 8 January to 25 March 2018, some of them twice; a few rows have no day, a few people no row.
    static func rows(of count: Int, seed: UInt64) -> String {
        var random = SeededRandom(seed: seed)
        var text = "NIK,STATUS,TGL REKAM\n"
        let statuses = ["CARD_ISSUED", "PRINT_READY_RECORD", "BIO_CAPTURED", "CARD_PRINTED"]
        for number in 0..<count where random.number(0...9) > 1 {
            let first = random.number(0...76)
            let day = random.number(0...19) == 0 ? "" : Day("2018-01-08").moved(by: first).description
            if random.number(0...5) == 0 {
                text +=
                    "\(nik(number)),ENROLL_FAILURE_AT_CENTRAL,\(Day("2017-12-01").moved(by: random.number(0...19)))\n"
            }
            text += "\(nik(number)),\(statuses[random.number(0...3)]),\(day)\n"
            if !day.isEmpty, random.number(0...2) == 0 {
                let again = Day("2018-01-08").moved(by: first + random.number(0...39))
                text += "\(nik(number)),\(statuses[random.number(0...3)]),\(again)\n"
            }
        }
        return text
    }

    static func sukets(of count: Int, seed: UInt64) -> String {
        var random = SeededRandom(seed: seed + 100)
        return "NIK,NOMOR,TGL TERBIT\n"
            + (0..<count).compactMap { number in
                random.number(0...11) == 0
                    ? "\(nik(number)),1,\(Day("2018-01-08").moved(by: random.number(0...76)))\n" : nil
            }.joined()
    }

    /// A check as of a day, into a folder that is named by it.
    static func check(_ asOf: String) -> [String] {
        [
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", asOf, "--out", "run-\(asOf)",
            "--population", "people.csv", "--recordings", "recordings.csv", "--suket", "suket.csv",
        ]
    }
}
