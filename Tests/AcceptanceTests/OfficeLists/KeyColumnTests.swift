import Testing

/// Columns of NIKs that a spreadsheet damaged, or that hold nothing.
@Suite(.enabled(if: Program.canCheck)) struct KeyColumnTests {
    private static let heading = ["NIK", "NAMA", "TANGGAL LAHIR", "STATUS KAWIN", "L/P"]

    /// - Parameter rounded: how many in a hundred end in 0.
    private static func rows(_ count: Int, rounded: Int) -> [[String]] {
        (0..<count).map { number in
            let end = number * 100 / count % 100 < rounded ? 0 : number % 9 + 1
            return [
                "12069017089" + Day.padded(1000 + number, 4) + String(end), "Orang \(number)", "17-08-1990", "S", "L",
            ]
        }
    }

    private static func csv(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    }

    @Test(arguments: [(120, 100), (120, 35), (40, 70)])
    func damageIsSeenInTextAndNumbers(count: Int, rounded: Int) async throws {
        let rows = Self.rows(count, rounded: rounded)
        let numbers = rows.map { ["#" + $0[0]] + $0.dropFirst() }
        let half = rows.count / 2
        let files: [(String, [UInt8])] = [
            ("p.csv", Self.csv([Self.heading] + rows)),
            ("p.xlsx", WorkbookFile([("DPS", [Self.heading] + rows)]).bytes),
            ("p.xlsx", WorkbookFile([("DPS", [Self.heading] + numbers)]).bytes),
            (
                "p.xlsx",
                WorkbookFile([("1", [Self.heading] + rows[..<half]), ("2", [Self.heading] + numbers[half...])]).bytes
            ),
        ]
        for (name, bytes) in files {
            try await OfficeCheck(files: [("population", name, bytes)]).expectRefusal("damaged", "original")
        }
    }

    @Test(arguments: [(120, 20), (40, 50), (15, 100)]) func chanceIsNoDamage(count: Int, rounded: Int) async throws {
        let rows = Self.rows(count, rounded: rounded)
        for bytes in [Self.csv([Self.heading] + rows), WorkbookFile([("DPS", [Self.heading] + rows)]).bytes] {
            let check = try await OfficeCheck(files: [("population", "p.x", bytes)])
            #expect(try check.persons().count == count)
        }
    }

    @Test(arguments: ["", "-", "0"]) func anEmptyColumnIsCalledEmpty(_ cell: String) async throws {
        let rows = (1...3).map { "\(cell),Orang \($0),17/08/1990\n" }.joined()
        let check = try await OfficeCheck([("population", "NIK,NAMA,TANGGAL LAHIR\n" + rows)])
        #expect(try check.persons().map { $0["reasons"]?.contains("nik_empty") } == [true, true, true])
        #expect(check.said.contains("empty; nobody can be matched"), "\(check.said)")
        #expect(!check.said.contains("masked"))
    }

    /// Nobody's cell stands in a refusal.
    @Test func aListWithoutAHeadingKeepsItsPeopleToItself() async throws {
        for text in ["1206901708900001,RAHMAT PURBA,KAWIN,L\n", "xxxxxxxxxxxx,RAHMAT PURBA,KAWIN,L\n"] {
            let check = try await OfficeCheck([("population", text + text)])
            check.expectRefusal("no heading row")
            #expect(!check.said.contains("RAHMAT") && !check.said.contains("KAWIN"), "\(check.said)")
        }
    }
}
