import Civil
import Columns
import RoleLists
import Testing

@Suite struct CellFormsTests {
    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// NIKs with everything that is told apart, sound and not, and cells that are none.
    private static let niks: [String] = {
        func digits(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
        }
        var cells = (0..<10).map { String(repeating: String($0), count: 16) }
        for dayCode in 0...99 {
            for month in 0...13 {
                cells.append("127190" + digits(dayCode, 2) + digits(month, 2) + "96" + "0007")
                cells.append("127190" + digits(dayCode, 2) + digits(month, 2) + "95" + "1207")
            }
        }
        for pair in 0...99 {
            cells.append(digits(pair, 2) + "7190" + "170890" + "0012")
            cells.append("12" + digits(pair, 2) + "90" + "170890" + "0012")
            cells.append("1271" + digits(pair, 2) + "170890" + "0012")
            cells.append("127190" + "1708" + digits(pair, 2) + "0012")
            cells.append("127190170890" + digits(pair, 2) + "00")
            cells.append("127190170890" + "00" + digits(pair, 2))
        }
        cells += [
            "", "-", "'1271901708900012", "127190170890001", "12719017089000123", "127190170890001a",
            "*271901708900012",
        ]
        return cells
    }()

    @Test func columnsOfNIKsAgreeWithCells() {
        let (text, cells) = TextColumn.of(Self.niks)
        var keys: [UInt64] = [1, 2, 3]
        var findings: [UInt8] = [4]
        ColumnDecoding.niks(text, cells, keys: &keys, findings: &findings)
        #expect(keys.count == Self.niks.count && findings.count == Self.niks.count)
        for (index, cell) in Self.niks.enumerated() {
            switch NIK.read(Array(cell.utf8).span) {
            case .value(let nik): #expect(keys[index] == nik.value && findings[index] == 0, "\(cell)")
            case .finding(let finding): #expect(keys[index] == 0 && findings[index] == finding.rawValue, "\(cell)")
            }
        }
    }

    /// Dates that are and that are not, in one form after the other and all mixed.
    @Test(arguments: ["|", "-", "/", ".", "iso", "mixed"])
    func columnsOfDatesAgreeWithCells(form: String) {
        var texts: [String] = form == "mixed" ? [] : ["", "x"]
        for year in ["0000", "0004", "0099", "1899", "1900", "1996", "2000", "2018", "9999", "20a8"] {
            for month in 0...13 {
                for day in 0...32 {
                    let form = form == "mixed" ? ["|", "iso", "/", "-"][texts.count % 4] : form
                    texts.append(
                        form == "iso"
                            ? "\(year)-\(two(month))-\(two(day))"
                            : "\(two(day))\(form)\(two(month))\(form)\(year)")
                }
            }
        }
        texts += ["17-08/1990", "1990-08/17", "17 Agustus 1990", "1990-08-17 00:00", "7-8-1990", "", " 17|08|1990"]
        let (text, cells) = TextColumn.of(texts)
        var reader = DateColumns()
        var (days, states, parts): ([Int32], [UInt8], [UInt32]) = ([], [], [])
        reader.read(text, cells, days: &days, states: &states, parts: &parts)
        for (index, cell) in texts.enumerated() {
            switch DateReading.read(Array(cell.utf8).span) {
            case .empty: #expect(states[index] == 0 && parts[index] == 0, "\(cell)")
            case .unreadable: #expect(states[index] == 2 && parts[index] == 0, "\(cell)")
            case .date(let date):
                #expect(states[index] == 1 && days[index] == date.dayNumber, "\(cell)")
                #expect(parts[index] == date.components.packed, "\(cell)")
            }
        }
        let (withParts, statesWithParts) = (days, states)
        reader.read(text, cells, days: &days, states: &states)
        #expect(days == withParts && states == statesWithParts)
    }
}
