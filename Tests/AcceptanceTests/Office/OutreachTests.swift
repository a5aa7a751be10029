import Foundation
import Testing

@Suite(.enabled(if: Program.canCheck)) struct OutreachTests {
    static let few = ["--teams", "1", "--per-device", "10", "--deadline", "2018-03-29"]

    @Test(arguments: [("whole", ["--teams", "2"]), ("short", few)])
    func everyoneStandsOnceAndSumsAgree(out: String, options: [String]) async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(["outreach", "b", "--out", out, "--json"] + options)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let files = try month.files(out + "/outreach")
        let run = Run(workdir: month.workdir, folder: "b")
        let flagged = try run.table("flagged.csv").rows
        let summary = try run.json("summary.json")

        // The plan: each desa's people numbered without a gap over visits and remainder.
        let plan = try Run(workdir: month.workdir, folder: out + "/outreach").table("plan.csv").rows
        var spans: [String: [(first: Int, people: Int)]] = [:]
        for row in plan {
            let place = row["desa"] != "" ? row["desa"] : row["kecamatan"] != "" ? row["kecamatan"] : row["kabupaten"]
            spans[place ?? "", default: []].append((Int(row["first_person"] ?? "") ?? 0, Int(row["people"] ?? "") ?? 0))
        }
        let mustRecord = flagged.filter { ["record", "record_again"].contains($0["next_step"]) }
        for (place, parts) in spans {
            var next = 1
            for part in parts.sorted(by: { $0.first < $1.first }) {
                #expect(part.first == next, "\(place)")
                next += part.people
            }
            #expect(mustRecord.count { $0["region"] == place } == next - 1, "\(place)")
        }
        #expect(plan.compactMap { Int($0["people"] ?? "") }.reduce(0, +) == mustRecord.count)
        #expect(plan.contains { $0["status"] == "remainder" } == (out == "short"))
        // No team in two places on one day.
        let visits = plan.filter { $0["status"] == "visit" }
        let made = visits.filter { $0["host"] == $0["desa"] || $0["host"] == $0["kecamatan"] }
        #expect(Set(made.map { [$0["kabupaten"], $0["team"], $0["from"]] }).count == made.count)
        // Who comes to a neighbouring desa comes where its team is on that day.
        let places = Set(made.map { [$0["kabupaten"], $0["team"], $0["visit"], $0["from"], $0["host"]] })
        #expect(
            visits.allSatisfy { places.contains([$0["kabupaten"], $0["team"], $0["visit"], $0["from"], $0["host"]]) })
        #expect(visits.allSatisfy { $0["host"]?.hasPrefix($0["kecamatan"] ?? "-") ?? false })

        // The lists: everyone once, and as many as the run says.
        var listed: [[String: String]] = []
        for (name, bytes) in files where name.hasSuffix(".csv") && name.contains("/") {
            listed += ResultTable(String(decoding: bytes, as: UTF8.self)).rows
        }
        let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let lists = try #require(document?["lists"] as? [String: Int])
        #expect(listed.count { $0["list"] == "visit" } == mustRecord.count)
        #expect(lists["visit"] == mustRecord.count)
        #expect(lists["flagged"] == flagged.count)
        #expect(lists["firstTime"] == summary["firstTimeFlagged"] as? Int)
        #expect(lists["failed"] == (summary["outcomes"] as? [String: Int])?["recording_failed"])
        let collect = try run.table("collect.csv").rows.count
        #expect(
            listed.count { $0["list"] == "hand_out" } == flagged.count { $0["next_step"] == "issue_suket" } + collect)
        // Who has a visit on the list has it in the plan.
        #expect(
            listed.count { $0["list"] == "visit" && $0["team"] != "" }
                == visits.compactMap { Int($0["people"] ?? "") }.reduce(0, +))
        // Masked, without family cards and disability.
        for (name, bytes) in files where name.hasSuffix(".csv") || name.hasSuffix(".ics") {
            #expect(!Lists.hasLongDigits(String(decoding: bytes, as: UTF8.self)), "\(name)")
        }
        #expect(listed.allSatisfy { $0["nkk"] == nil && $0["disability"] == nil })
        // Some lists of the sample write the word; a team reads L and P.
        #expect(
            flagged.contains { $0["sex"] == "PEREMPUAN" } && listed.allSatisfy { ["L", "P", ""].contains($0["sex"]) })
    }

    /// The number of a household is that of a family card, on whichever list of the desa it stands.
    @Test func householdsAreFamilyCards() async throws {
        let month = try await OfficeMonth.shared.value
        _ = try await month.run(["outreach", "b", "--out", "homes", "--unmask", "--quiet"])
        let run = Run(workdir: month.workdir, folder: "b")
        func digits(_ text: String?) -> String { String((text ?? "").filter(\.isNumber)) }
        func person(_ row: [String: String], in desa: String?) -> String {
            "\(desa ?? "")/\(digits(row["nik"]))/\(row["name"] ?? "")"
        }
        var cards: [String: String] = [:]
        for row in try run.table("flagged.csv").rows + run.table("collect.csv").rows {
            cards[person(row, in: row["region"])] = digits(row["nkk"])
        }
        var homes: [String: Set<String>] = [:]
        var owners: [String: Set<String>] = [:]
        for (name, bytes) in try month.files("homes/outreach") where name.hasSuffix(".csv") && name.contains("/") {
            for row in ResultTable(String(decoding: bytes, as: UTF8.self)).rows where row["household"] != "" {
                let desa = row["desa"] ?? ""
                let card = try #require(cards[person(row, in: desa)])
                let home = desa + "/" + (row["household"] ?? "")
                homes[home, default: []].insert(card)
                owners[desa + card, default: []].insert(home)
            }
        }
        #expect(homes.count > 100 && homes.values.contains { !$0.isEmpty })
        #expect(homes.values.allSatisfy { $0.count == 1 } && owners.values.allSatisfy { $0.count == 1 })
    }

    @Test func calendarFilesAreReadByAnotherReader() async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(["outreach", "b", "--out", "calendars", "--quiet"] + OutreachTests.few)
        #expect(outcome.exitCode == 0)
        let plan = try Run(workdir: month.workdir, folder: "calendars/outreach").table("plan.csv").rows
        var uids: Set<String> = []
        var events = 0
        for (name, bytes) in try month.files("calendars/outreach/plan") {
            let reader = try CalendarReader(bytes)
            let team = name.dropLast(4).split(separator: "-")
            let visits = plan.filter {
                $0["kabupaten"] == String(team[0]) && $0["team"] == String(team[1])
                    && ($0["host"] == $0["desa"] || $0["host"] == $0["kecamatan"])
            }
            #expect(reader.events.count == visits.count)
            for (event, visit) in zip(reader.events, visits) {
                events += 1
                uids.insert(event["UID"]?.value ?? "")
                #expect(event["DTSTAMP"]?.value == "20180323T000000Z")
                #expect(event["DTSTART"]?.parameters["VALUE"] == "DATE")
                #expect(event["DTSTART"]?.value == visit["from"]?.replacing("-", with: ""))
                let description = event["DESCRIPTION"].map { CalendarReader.text($0.value) } ?? ""
                #expect(description.contains("\(visit["people"] ?? "") orang"))
            }
        }
        #expect(uids.count == events && events > 3)
    }

    @Test func repeatingGivesTheSameBytes() async throws {
        let month = try await OfficeMonth.shared.value
        for (out, environment) in [("r1", ["TZ": "Asia/Jakarta"]), ("r2", ["LC_ALL": "id_ID.UTF-8"])] {
            _ = try await month.run(["outreach", "b", "--out", out, "--quiet"], environment: environment)
        }
        let (one, two) = (try month.files("r1"), try month.files("r2"))
        #expect(one.keys.sorted() == two.keys.sorted())
        for (name, bytes) in one { #expect(bytes == two[name], "\(name)") }
        #expect(try month.workdir.mode("r1/outreach/plan.xlsx") == 0o600)
        #expect(try month.workdir.mode("r1/outreach/1271") == 0o700)
    }

    @Test func unmaskingIsLogged() async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(
            ["outreach", "a", "--out", "whole-numbers", "--unmask", "--quiet"],
            environment: ["SOURCE_DATE_EPOCH": "1513987200"])
        #expect(outcome.exitCode == 0)
        let log = try month.workdir.text("a/access.log")
        #expect(log.hasPrefix("2017-12-23T00:00:00Z\t"))
        #expect(log.contains("outreach --unmask: "))
        #expect(!Lists.hasLongDigits(log))
        #expect(try month.workdir.mode("a/access.log") == 0o600)
        let table = try month.files("whole-numbers/outreach").first { $0.key.hasSuffix("127190.csv") }
        #expect(Lists.hasLongDigits(String(decoding: try #require(table).value, as: UTF8.self)))
    }

    @Test func olderListsAreReplacedOnlyWhenAsked() async throws {
        let month = try await OfficeMonth.shared.value
        _ = try await month.run(["outreach", "b", "--out", "again", "--quiet"])
        let refused = try await month.run(["outreach", "b", "--out", "again", "--lang", "en"])
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("the output folder is not empty"))
        let forced = try await month.run(["outreach", "b", "--out", "again", "--force", "--quiet"])
        #expect(forced.exitCode == 0)
        #expect(month.workdir.names(in: "again") == ["outreach"])
    }

    /// A family card that is a filler is no household: two families do not become one.
    @Test func aPlaceholderIsNoHousehold() async throws {
        let workdir = try Workdir()
        let lines = Lists.people.split(separator: "\n").map(String.init)
        let people = zip(["0000000000000000", "0000000000000000", "1271900101120002"], lines.dropFirst()).map {
            $0 + $1.dropFirst(16)
        }
        try workdir.write("dp4.csv", ([lines[0]] + people).joined(separator: "\n") + "\n")
        // Nobody of these was recorded.
        try workdir.write("rekam.csv", "NIK,STATUS,TGL REKAM\n1271900202660004,PRR,2014-05-01\n")
        let check = Lists.check + ["--recordings", "rekam.csv", "--quiet"]
        #expect(try await workdir.run(check).exitCode == 0)
        let made = try await workdir.run([
            "outreach", "run", "--rules", Program.rules, "--from", "2018-01-02", "--deadline", "2018-03-29", "--quiet",
        ])
        try #require(made.exitCode == 0, "\(made.errors)")
        let rows = ResultTable(try workdir.text("run/outreach/1271/127190.csv")).rows
        #expect(rows.count == 3)
        #expect(rows.map { $0["household"] ?? "?" }.sorted() == ["", "", "1"])
    }
}
