/// The rows of a recap at one fineness: 4 digits a kabupaten, 6 a kecamatan, 10 a desa.
enum Recap {
    static let outcomes = [
        "ready", "ready_with_suket", "awaiting_card", "recording_failed", "unrecorded", "unverified",
    ]

    /// Region, then column name to number, without `name` and `coverage`; regions in order, the unknown last.
    static func rows(of result: CheckResult, digits: Int) -> [(region: String, numbers: [String: Int])] {
        var groups: [String: [Decision]] = [:]
        for decision in result.decisions {
            let region = decision.region.count >= digits ? String(decision.region.prefix(digits)) : ""
            groups[region, default: []].append(decision)
        }
        let regions = groups.keys.filter { !$0.isEmpty }.sorted() + (groups[""] == nil ? [] : [""])
        return regions.map { ($0, numbers(of: groups[$0] ?? [])) }
    }

    private static func numbers(of people: [Decision]) -> [String: Int] {
        var numbers: [String: Int] = ["persons": people.count]
        numbers["ineligible"] = people.filter { $0.outcome == "ineligible" }.count
        numbers["eligible"] = people.filter { $0.outcome != "ineligible" }.count
        for outcome in outcomes { numbers[outcome] = people.filter { $0.outcome == outcome }.count }
        numbers["recorded"] =
            people.filter {
                ["ready", "ready_with_suket", "awaiting_card"].contains($0.outcome)
            }.count
        numbers["first_time_flagged"] = people.filter { $0.firstTime && $0.isFlagged }.count
        numbers["male_unrecorded"] = people.filter { $0.outcome == "unrecorded" && $0.sex == "L" }.count
        numbers["female_unrecorded"] = people.filter { $0.outcome == "unrecorded" && $0.sex == "P" }.count
        return numbers
    }

    /// The 33 kabupaten and kota of Sumatera Utara in the Kemendagri numbering (Permendagri 137/2017).
    static let names: [String: String] = [
        "1201": "Tapanuli Tengah", "1202": "Tapanuli Utara", "1203": "Tapanuli Selatan", "1204": "Nias",
        "1205": "Langkat", "1206": "Karo", "1207": "Deli Serdang", "1208": "Simalungun", "1209": "Asahan",
        "1210": "Labuhanbatu", "1211": "Dairi", "1212": "Toba Samosir", "1213": "Mandailing Natal",
        "1214": "Nias Selatan", "1215": "Pakpak Bharat", "1216": "Humbang Hasundutan", "1217": "Samosir",
        "1218": "Serdang Bedagai", "1219": "Batu Bara", "1220": "Padang Lawas Utara", "1221": "Padang Lawas",
        "1222": "Labuhanbatu Selatan", "1223": "Labuhanbatu Utara", "1224": "Nias Utara", "1225": "Nias Barat",
        "1271": "Medan", "1272": "Pematangsiantar", "1273": "Sibolga", "1274": "Tanjung Balai", "1275": "Binjai",
        "1276": "Tebing Tinggi", "1277": "Padangsidimpuan", "1278": "Gunungsitoli",
    ]
}
