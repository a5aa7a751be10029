import Civil
import Diagnostics
import Testing

@testable import Options
@testable import Readiness
@testable import RoleLists

@Suite struct OptionsTests {
    static let roles = [
        ListRole(
            id: "population", option: "population", title: Bilingual(id: "daftar penduduk", en: "population list"),
            isPopulation: true),
        ListRole(
            id: "field_findings", option: "field-findings", title: Bilingual(id: "temuan", en: "findings"),
            isPopulation: false),
    ]
    static let vocabulary = CheckOptions.Vocabulary(
        roles: roles, elections: ["north", "south"], rulesDirectory: "rules")

    private func options(_ line: String, job: String? = nil, jobPath: String = "jobs/j.json5") throws -> CheckOptions {
        let words = line.split(separator: " ").map(String.init)
        let arguments = try Arguments(words, options: CheckOptions.table(roles: Self.roles))
        let file = try job.map { try JobFile(path: jobPath, bytes: Array($0.utf8)) }
        return try CheckOptions(arguments, job: file, vocabulary: Self.vocabulary)
    }

    private func messages(_ line: String, job: String? = nil) -> [String] {
        do {
            _ = try options(line, job: job)
            return []
        } catch let failure as Failure {
            return failure.findings.map { $0.rendered(in: .english) }
        } catch {
            return ["?"]
        }
    }

    @Test func aWholeCommandLine() throws {
        let options = try options(
            "--persons --population a.csv --region 99.01 --population=b.csv --list field_findings=c.csv --election north"
                + " --as-of 2001-02-03 --out run --threads 7 --strict --force --no-digest")
        #expect(
            options
                == CheckOptions(
                    lists: [
                        ListInput(role: "population", path: "a.csv"),
                        ListInput(role: "population", path: "b.csv", region: "9901"),
                        ListInput(role: "field_findings", path: "c.csv", region: "9901"),
                    ], election: "north", asOf: options.asOf, rulesDirectory: "rules", out: "run", persons: true,
                    digests: false, threads: 7, strict: true, force: true))
        #expect(options.asOf?.description == "2001-02-03")
    }

    @Test(arguments: [
        ("--population a b", ["population a", "population b"]),
        ("--population=a b --force --population c", ["population a", "population b", "population c"]),
        ("--population a --field-findings b c", ["population a", "field_findings b", "field_findings c"]),
        (
            "--list population=a b field_findings=c d=e",
            ["population a", "population b", "field_findings c", "field_findings d=e"]
        ),
        (
            "--region 99 --population a b --region 9901 --population c",
            ["population a 99", "population b 99", "population c 9901"]
        ),
        ("--population a b --map m --population c", ["population a m", "population b m", "population c"]),
        ("--population a --force --map m", ["population a"]),
        ("--population a b --out run --map m", ["population a", "population b"]),
    ])
    func severalNamesFollowTheOptionOfAList(line: String, expected: [String]) throws {
        let lists = try options(line + " --out o --election north").lists
        #expect(
            lists.map { list in
                [list.role, list.path, list.region, list.map].compactMap { $0 }.joined(separator: " ")
            } == expected)
    }

    /// What a name among several cannot be.
    @Test(arguments: [
        ("--population a j.json5 b", ["j.json5", "b"]), ("--population a -", ["-"]), ("--population a -- b", ["b"]),
        ("--out run b", ["b"]), ("--map m.json5 b", ["b"]), ("--population=a j.json5", ["j.json5"]),
    ])
    func operandsAreLeft(line: String, expected: [String]) throws {
        let words = line.split(separator: " ").map(String.init)
        #expect(try Arguments(words, options: CheckOptions.table(roles: Self.roles)).operands == expected)
    }

    @Test func aJobFileHoldsTheSameOptions() throws {
        let job = """
            { // the order of lists is the order of people
              population: ['a.csv', { file: '../b.csv', region: '9902' }], 'field-findings': '/c.csv',
              region: '9901', election: 'south', out: 'run', persons: true, strict: false, threads: 3,
            }
            """
        let options = try options("", job: job)
        #expect(
            options
                == CheckOptions(
                    lists: [
                        ListInput(role: "population", path: "jobs/a.csv", region: "9901"),
                        ListInput(role: "population", path: "jobs/../b.csv", region: "9902"),
                        ListInput(role: "field_findings", path: "/c.csv", region: "9901"),
                    ], election: "south", rulesDirectory: "rules", out: "jobs/run", persons: true, threads: 3,
                    job: "jobs/j.json5"))
        let other = try self.options(
            "--population z.csv --election north --out here",
            job: job.replacing("'field-findings'", with: "field_findings"))
        #expect(other.lists.map(\.path) == ["/c.csv", "z.csv"])
        #expect(other.lists.map(\.region) == ["9901", nil])
        #expect(other.election == "north")
        #expect(other.out == "here")
    }

    @Test(arguments: [
        (
            "",
            [
                "no election given; use --election ID: north, south", "no folder for the results given; use --out DIR",
                "no population list given; use --population F",
            ]
        ),
        (
            "--electoin north --out",
            ["unknown option --electoin; did you mean --election?", "option --out needs a value: --out DIR"]
        ),
        ("--out --force", ["option --out needs a value: --out DIR"]),
        ("--force=1", ["option --force takes no value"]),
        (
            "--out= --populaton a",
            ["option --out needs a value: --out DIR", "unknown option --populaton; did you mean --population?"]
        ),
        ("--1271234567890123", ["unknown option --…"]),
        (
            "--population a --out o --election nort --as-of 3-2-2001 --threads 0 --region 12x",
            [
                "--region needs a code of 2, 4, 6 or 10 digits", "unknown election 'nort'; did you mean 'north'?",
                "--as-of cannot be read; write year-month-day, such as 2018-02-15",
                "--threads needs a number from 1 to 256",
            ]
        ),
        (
            "--population a --out o --election north --memory 8GB",
            ["--memory needs a size such as 300M, 8G or 1.5G"]
        ),
        (
            "--population a --out o --election north --memory 8",
            ["--memory is too small: at least 64M; use --memory 64M; write the unit, such as 300M or 8G"]
        ),
        ("--population a -x", ["unknown option -x"]),
        (
            "--population a --out o --election north --list field_finding=x y z",
            ["unknown role 'field_finding'; did you mean 'field_findings'?"]
        ),
        (
            "--population a --out o --election north --list field_finding=x --list x",
            [
                "unknown role 'field_finding'; did you mean 'field_findings'?",
                "option --list is written --list ROLE=F",
            ]
        ),
    ])
    func badCommandLines(line: String, expected: [String]) {
        #expect(messages(line) == expected)
    }

    @Test func aBadJobFileIsPointedAt() {
        #expect(
            messages("", job: "{ elections: 'north', persons: 'yes', population: [{ region: '9901' }], out: '' }") == [
                """
                jobs/j.json5:1:3: unknown key 'elections'; did you mean 'election'?
                 | { elections: 'north', persons: 'yes', population: [{ region: '9901' }], out: '' }
                 |   ^^^^^^^^^
                """,
                """
                jobs/j.json5:1:32: persons: unfit value; write true or false
                 | { elections: 'north', persons: 'yes', population: [{ region: '9901' }], out: '' }
                 |                                ^^^^^
                """,
                """
                jobs/j.json5:1:52: population[0]: without 'file'; write 'F', { file: 'F', region: 'CODE', map: 'F' }, or several within [ ]
                 | { elections: 'north', persons: 'yes', population: [{ region: '9901' }], out: '' }
                 |                                                    ^^^^^^^^^^^^^^^^^^
                """,
                """
                jobs/j.json5:1:78: out: empty value; write one text
                 | { elections: 'north', persons: 'yes', population: [{ region: '9901' }], out: '' }
                 |                                                                              ^^
                """,
            ])
        #expect(messages("", job: "{ out: 'a', out: 'b' }").first?.contains("the key 'out' stands twice") == true)
        #expect(messages("", job: "{ out: ").first?.hasPrefix("jobs/j.json5:1:8: not JSON5: ") == true)
    }

    @Test func aMemoryBudgetIsASize() throws {
        let line = "--population a --out o --election north"
        #expect(try options(line).memory == nil)
        #expect(try options(line + " --memory 300M").memory == 300 << 20)
        #expect(try options(line + " --memory 1.5G --memory=2G").memory == 2 << 30)
        #expect(
            try options("", job: "{ population: 'a', out: 'o', election: 'north', memory: '8G' }").memory == 8 << 30)
        #expect(try options(line + " --memory 8G").reported.map(\.name) == ["election"])
    }

    @Test func afterTwoHyphensEverythingIsAnOperand() throws {
        let arguments = try Arguments(
            ["a", "--force", "-", "--", "--out", "-x"], options: CheckOptions.table(roles: []))
        #expect(arguments.operands == ["a", "-", "--out", "-x"])
        #expect(arguments.uses == [.init("force")])
    }

    @Test func theManifestKeepsWhatCanChangeAResult() throws {
        let options = try options("--population a --out o --election north --threads 3 --force --persons")
        #expect(options.reported.map(\.name) == ["election", "persons"])
        #expect(options.reported.map(\.values) == [["north"], ["true"]])
    }
}
