/// A made-up list of an office: letterhead, heading, people with interruptions, totals, signatures.
struct OfficeList: Sendable {
    let file: String
    let bytes: [UInt8]
    let sheets: [OfficeSheet]

    /// Everybody put in, under the name that the results give the list.
    var people: [(list: String, entry: OfficeSheet.Entry)] {
        let named = sheets.filter { !$0.people.isEmpty }
        return named.flatMap { sheet in
            sheet.people.map { (sheets.count > 1 ? "\(file)#\(sheet.name)" : file, $0) }
        }
    }

    /// - Parameter serial: of the first person; as many are taken as there are people.
    init(number: Int, serial: Int, _ random: inout SeededRandom) {
        let isWorkbook = random.chance(50)
        var next = serial
        var sheets: [OfficeSheet] = []
        if isWorkbook {
            let stations = random.chance(40) ? random.number(2...4) : 1
            for station in 1...stations {
                let name = stations > 1 ? "TPS \(station)" : random.pick(["DPS", "Sheet1"])
                sheets.append(
                    OfficeList.sheet(name, isWorkbook: true, station: stations > 1 ? station : 0, &next, &random))
            }
            if random.chance(30) { sheets.append(OfficeList.recapitulation(stations)) }
        } else {
            sheets.append(OfficeList.sheet("", isWorkbook: false, station: 0, &next, &random))
        }
        self.sheets = sheets
        file = "daftar-\(number)." + (isWorkbook ? "xlsx" : "csv")
        if isWorkbook {
            bytes = OfficeWorkbook(sheets, shares: random.chance(50)).bytes
        } else {
            let text = sheets[0].csv(delimiter: random.pick([",", ";", "\t"]), end: random.pick(["\n", "\r\n"]))
            bytes = (random.chance(20) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        }
    }

    /// - Parameter station: where the sheet's name says it; else 0.
    private static func sheet(
        _ name: String, isWorkbook: Bool, station: Int, _ serial: inout Int, _ random: inout SeededRandom
    ) -> OfficeSheet {
        var columns = OfficeColumn.any(&random)
        if station > 0 { columns.removeAll { $0 == .tps } }
        let heading = OfficeHeading(columns, &random)
        let remarks = OfficeRemarks(columns: columns)
        let spelling = OfficeSpelling(
            isWorkbook: isWorkbook, station: station > 0 ? station : random.number(1...20), &random)
        var sheet = OfficeSheet(name: name)
        // The station that a line above the heading states counts where nothing else says one.
        var stated: String?
        for row in remarks.letterhead(&random) {
            sheet.add(row)
            let line = sheet.rows.count - 1
            let isMerged = isWorkbook && random.chance(50)
            if isMerged { sheet.merge(line...line, 0...(columns.count - 1)) }
            // A merge shows its first cell alone.
            if row.prefix(isMerged ? 1 : row.count).contains(.text("TPS : 3")) { stated = "3" }
        }
        heading.write(to: &sheet, isAside: false, merging: isWorkbook)
        let hasNumbering = random.chance(40)
        if hasNumbering { sheet.addAside(remarks.numbering(&random)) }
        let count = random.number(3...14)
        var written = 0
        while written < count {
            let members = min(random.number(1...4), count - written)
            let first = sheet.rows.count
            let household = serial
            for _ in 0..<members {
                let person = OfficePerson(serial: serial, household: household, &random)
                serial += 1
                written += 1
                var cells = spelling.expected(person, columns)
                if station > 0 {
                    cells["tps"] = spelling.station
                } else if let stated, !columns.contains(.tps) {
                    cells["tps"] = stated
                }
                sheet.addPerson(columns.map { spelling.cell($0, of: person, number: written) }, cells)
            }
            if isWorkbook, members > 1, random.chance(40) {
                for column in [OfficeColumn.nkk, .region] {
                    if let cell = columns.firstIndex(of: column) {
                        sheet.merge(first...(first + members - 1), cell...cell)
                    }
                }
            }
            if written < count, random.chance(25) {
                if random.chance(40) {
                    heading.write(to: &sheet, isAside: true, merging: isWorkbook)
                    if hasNumbering { sheet.addAside(remarks.numbering(&random)) }
                } else {
                    sheet.addAside(remarks.interruption(&random))
                }
            }
        }
        for row in remarks.tail(count + 1, spelling, &random) { sheet.addAside(row) }
        return sheet
    }

    /// A sheet of figures, which is no list of people.
    private static func recapitulation(_ stations: Int) -> OfficeSheet {
        var sheet = OfficeSheet(name: "REKAP")
        sheet.add(["REKAPITULASI DAFTAR PEMILIH", "", "", "", ""])
        sheet.add(["NO", "TPS", "L", "P", "JUMLAH"])
        for station in 1...stations {
            sheet.add([.number("\(station)"), .number("\(station)"), .number("4"), .number("5"), .number("9")])
        }
        sheet.add(["JUMLAH", "", .number("8"), .number("10"), .number("18")])
        return sheet
    }
}
