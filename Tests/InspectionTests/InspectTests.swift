import Diagnostics
import MadeUpRuns
import RoleLists
import Rules
import Testing

@testable import Inspection

/// What a list is said to be before anything is decided by it.
@Suite struct InspectTests {
    private static let people = (1...30).map { MadeUpPerson($0) }

    private func inspect(_ text: String, threads: Int = 1) throws -> Inspection {
        let folder = try TemporaryFolder()
        let path = try folder.write("daftar.csv", text)
        var list = try #require(
            try Inspect.run(path, ruleset: ShippedRules.ruleset(), spools: folder.path, threads: threads).lists.first)
        list.path = "daftar.csv"
        return list
    }

    /// The lists that a check takes, each by its headings and cells.
    private static func lists() -> [(role: String, text: String)] {
        func rows(_ cells: (Int, MadeUpPerson) -> String) -> String {
            people.enumerated().map { "\($1.nik),\(cells($0, $1))\n" }.joined()
        }
        return [
            ("population", people.populationList), ("recordings", people.recordings { _, _ in "CARD_ISSUED" }),
            (
                "suket",
                "NIK,NOMOR SUKET,TGL TERBIT\n" + rows { number, _ in "470/\(number)/2018,0\(1 + number % 9)/01/2018" }
            ),
            ("deaths", "NIK,TANGGAL MENINGGAL\n" + rows { number, _ in "0\(1 + number % 9)/01/2018" }),
            ("moved", "NIK,TANGGAL PINDAH,TUJUAN\n" + rows { number, _ in "0\(1 + number % 9)/01/2018,ENTAH" }),
            ("military", "NIK,INSTANSI\n" + rows { number, _ in number % 2 == 0 ? "TNI" : "POLRI" }),
        ]
    }

    /// As `check` takes it.
    @Test func theRegionIsTakenFromTheLinesAboveTheHeading() throws {
        let headings = "NIK,NAMA,TANGGAL LAHIR,JENIS KELAMIN\n"
        let rows = Self.people.map { "\($0.nik),\($0.name),01|02|1980,L\n" }.joined()
        let list = try inspect("Kabupaten : 1206,,,\nKecamatan : 120690,,,\n" + headings + rows)
        #expect(list.regions.map(\.code) == ["1206"])
        #expect(list.warnings.map(\.code).contains("region_from_letterhead"))
        #expect(try inspect(headings + rows).regions.map(\.code) == [""])
    }

    @Test(arguments: lists().map(\.role)) func rolesAreTold(role: String) throws {
        let text = try #require(Self.lists().first { $0.role == role }).text
        let list = try inspect(text)
        #expect(list.role?.id == role)
        #expect(list.certainty == .sure || list.certainty == .likely)
        #expect(list.refusals.isEmpty)
        #expect(list.rows.isReconciled && list.rows.read == 30)
    }

    @Test func everyColumnOfAPopulationListIsKnown() throws {
        let list = try inspect(Self.people.populationList)
        #expect(
            list.columns.map(\.column) == [
                "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw",
                "region", "tps",
            ])
        #expect(list.columns.allSatisfy { $0.filled == 30 && $0.basis == .heading && $0.confidence == .high })
        #expect(list.columns[4].dateForms == [Inspection.Shape(shape: "DD|MM|YYYY", count: 30)])
        #expect(list.columns[1].shapes == [Inspection.Shape(shape: "9999999999999999", count: 30)])
        #expect(list.columns[6].codes.map(\.word) == ["L", "P"])
        #expect(
            list.niks
                == Inspection.NIKs(column: 1, usable: 30, findings: [], repeated: 0, rowsOfRepeated: 0, endingInZero: 3)
        )
        #expect(list.regions.map { [$0.code, "\($0.rows)"] } == [["1271", "30"]])
        #expect((list.encoding, list.delimiter, list.lineEnd, list.width) == ("UTF-8", ",", "LF", 12))
        #expect(list.headingRow == 1 && list.headingRows == 1)
    }

    /// No cell of a list comes out: no name, no number.
    @Test func nothingOfAPersonIsShown() throws {
        let report = InspectReport(
            election: "e", profile: "p", lists: [try inspect(Self.people.populationList)], failures: [])
        let text = String(decoding: report.document, as: UTF8.self)
        for person in Self.people {
            #expect(!text.contains(person.nik) && !text.contains(person.name))
        }
        #expect(!text.contains("MELATI"))
    }

    @Test(arguments: [2, 5]) func anyNumberOfThreadsSaysTheSame(threads: Int) throws {
        let text = Self.people.populationList
        func document(_ threads: Int) throws -> [UInt8] {
            InspectReport(
                election: "e", profile: "p", lists: [try inspect(text, threads: threads)], failures: []
            ).document
        }
        let (one, many) = (try document(1), try document(threads))
        // Messages name the folder of the test.
        #expect(many.count == one.count && many == one)
    }

    @Test func findingsOfNIKsAreCounted() throws {
        var people = Self.people
        people[0].nik = ""
        people[1].nik = "1.27E+15"
        people[2].nik = "1.27E+15"
        people[3].nik = "127190**********"
        people[5] = people[4]
        people[6] = people[4]
        let list = try inspect(people.populationList)
        let niks = try #require(list.niks)
        #expect(niks.usable == 26)
        #expect(niks.findings.first { $0.word == "nik_empty" }?.count == 1)
        #expect(niks.findings.first { $0.word == "nik_damaged" }?.count == 2)
        #expect(niks.findings.first { $0.word == "nik_masked" }?.count == 1)
        #expect((niks.repeated, niks.rowsOfRepeated) == (1, 3))
        #expect(list.warnings.contains { $0.code == "scientific_numbers" })
        #expect(!list.warnings.contains { $0.code == "masked_numbers" })
    }

    /// A spreadsheet keeps fifteen digits: too many zeros at the end tell it.
    @Test(arguments: [(100, true), (10, false)]) func roundedNumbersAreTold(every: Int, isTold: Bool) throws {
        let people = (1...150).map { number in
            var person = MadeUpPerson(number)
            if number % 100 < every, number % 2 == 0 { person.nik = String(person.nik.dropLast()) + "0" }
            return person
        }
        let told = try inspect(people.populationList).warnings.filter { $0.code == "rounded_numbers" }
        #expect(told.count == (isTold ? 1 : 0))
        if isTold {
            #expect(told[0].message.english.hasSuffix("of NIK cells (chance: 10%): a spreadsheet has rounded them"))
            #expect(told[0].remedy?.english == "ask for the original, not a copy that a spreadsheet saved")
        }
    }

    @Test func aListWithoutHeadingIsGuessedAndRefused() throws {
        let text = Self.people.map { $0.cells.joined(separator: ",") + "\n" }.joined()
        let list = try inspect(text)
        #expect(list.headingRow == nil)
        #expect(list.refusals.map(\.code) == ["no_heading"])
        #expect(
            list.refusals.first?.remedy?.english
                == "make a column map with --write-map F, look it over, and use check --map F")
        #expect(list.columns[1].column == "nik" && list.columns[1].basis == .content)
        #expect(list.columns[1].confidence == .medium)
    }

    /// Words outside a table are shown where they are codes, and only their number where they might be names.
    @Test func strangeWordsAreShownWhereTheyAreNoNames() throws {
        let people = Self.people.enumerated().map { number, person in
            var person = person
            person.maritalStatus = number < 6 ? "JANDA" : number < 9 ? "SIRI" : "B"
            return person
        }
        let column = try inspect(people.populationList).columns[5]
        #expect(column.unfit == 9 && column.fitting == 21)
        #expect(column.unmapped == [Inspection.CodeWord(word: "JANDA", code: nil, count: 6)])
        let named = people.map { person in
            var person = person
            person.name = "IBU JANDA"
            return person
        }
        #expect(try inspect(named.populationList).columns[5].unmapped.isEmpty)
    }

    @Test func rowsThatAreNotDecidedAreListed() throws {
        let text = Self.people.populationList + "a,b,c\n,,,,,,,,,,,\nJUMLAH,30,,,,,,,,,,\n"
        let list = try inspect(text)
        #expect(list.rows == RowCounts(read: 33, used: 30, rejected: 1, skipped: 2))
        #expect(list.problems.map(\.rows).sorted { $0[0] < $1[0] } == [[32], [33], [34]])
        #expect(
            list.problems.first { !$0.isSkipped }?.message?.english
                == "not 12 cells; look for missing or extra delimiters")
    }

    @Test func whatIsNoListIsRefused() throws {
        let failure = #expect(throws: Failure.self) { try inspect("") }
        #expect(failure?.kind == .input)
    }
}
