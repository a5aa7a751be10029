import Diagnostics
import Outreach

/// What `outreach` made, for the person at the terminal.
struct OutreachText: TerminalPage {
    let console: Console
    var lines: [String] = []

    init(_ report: OutreachReport, options: OutreachOptions, console: Console) {
        self.console = console
        let (counts, plan) = (report.counts, report.plan)
        heading("Daftar (orang)", "Lists (people)")
        row("harus rekam, daftar kunjungan", "must record, visit lists", counts.visit)
        row("hanya perlu suket atau kartu", "need only a letter or a card", counts.handOut)
        row("pertanyaan untuk kantor", "questions for the office", counts.office)
        row("di antaranya pemilih pemula", "among them first-time voters", counts.firstTime)
        row("di antaranya lansia, kunjungan rumah", "among them elderly, home visits", counts.elderly)
        row("di antaranya perekaman bermasalah", "among them recording failed or disputed", counts.failed)
        heading("Rencana", "Plan")
        add(
            "\(options.from) sampai \(options.deadline): \(count(plan.workingDays.count)) hari kerja; \(count(plan.visitCount)) kunjungan, paling banyak \(count(plan.seats)) orang sekali kunjungan",
            "\(options.from) to \(options.deadline): \(count(plan.workingDays.count)) \(Plural.of(plan.workingDays.count, "working day", "working days")); \(count(plan.visitCount)) \(Plural.of(plan.visitCount, "visit", "visits")) of \(count(plan.seats)) people at most"
        )
        if plan.peopleLeft == 0 {
            add(
                "Semua \(count(plan.people)) orang sudah terjadwal.",
                plan.people == 0
                    ? "Nobody is to be visited."
                    : Plural.of(
                        plan.people, "The one person to visit has a day.",
                        "All \(count(plan.people)) people have a day."))
        } else {
            add(
                "\(count(plan.peoplePlanned)) dari \(count(plan.people)) orang sudah terjadwal; \(count(plan.peopleLeft)) belum:",
                "People with a day: \(count(plan.peoplePlanned)) of \(count(plan.people)); without: \(count(plan.peopleLeft)):"
            )
            let noPlace = plan.remainder.filter { $0.cause == .noPlace }.reduce(0) { $0 + $1.people }
            if plan.peopleLeft > noPlace {
                add(
                    "  \(count(plan.peopleLeft - noPlace)): tim tidak cukup sampai tenggat",
                    "  \(count(plan.peopleLeft - noPlace)): the teams cannot do more by the deadline")
            }
            if noPlace > 0 {
                add(
                    "  \(count(noPlace)): kecamatannya tidak diketahui",
                    "  \(count(noPlace)): their kecamatan is not known")
            }
            for office in plan.offices where office.peoplePlanned < office.people {
                guard let needed = office.teamsNeeded else { continue }
                add(
                    "  \(office.kabupaten): perlu \(count(needed)) tim (sekarang \(count(office.teams)))",
                    "  \(office.kabupaten): \(count(needed)) \(Plural.of(needed, "team", "teams")) would do (now \(count(office.teams)))"
                )
            }
        }
        lines += [
            "",
            say(
                "\(count(report.files)) berkas di: \(report.directory)",
                "\(count(report.files)) \(Plural.of(report.files, "file", "files")) in: \(report.directory)"),
        ]
    }

    private mutating func row(_ indonesian: String, _ english: String, _ number: Int) {
        lines.append("  " + TextLayout.left(say(indonesian, english), 40) + TextLayout.right(count(number), 11))
    }

    private mutating func add(_ indonesian: String, _ english: String) {
        let words = say(indonesian, english)
        add(words, indent: words.prefix { $0 == " " }.count + 2)
    }
}

/// What `outreach --json` says.
struct OutreachDocument: Encodable {
    struct Lists: Encodable {
        let visit, handOut, office, flagged, firstTime, elderly, failed: Int
    }

    struct Plan: Encodable {
        let workingDays, visits, seats, people, planned, left: Int
    }

    struct Office: Encodable {
        let region: String
        let people, teams, visitsNeeded, visitsPossible, planned: Int
        let teamsNeeded: Int?
    }

    let schema = 1
    let lists: Lists
    let plan: Plan
    let offices: [Office]
    let files: Int
    let directory: String

    init(_ report: OutreachReport) {
        let (counts, made) = (report.counts, report.plan)
        lists = Lists(
            visit: counts.visit, handOut: counts.handOut, office: counts.office, flagged: counts.flagged,
            firstTime: counts.firstTime, elderly: counts.elderly, failed: counts.failed)
        plan = Plan(
            workingDays: made.workingDays.count, visits: made.visitCount, seats: made.seats, people: made.people,
            planned: made.peoplePlanned, left: made.peopleLeft)
        offices = made.offices.map {
            Office(
                region: $0.kabupaten, people: $0.people, teams: $0.teams, visitsNeeded: $0.visitsNeeded,
                visitsPossible: $0.visitsPossible, planned: $0.peoplePlanned, teamsNeeded: $0.teamsNeeded)
        }
        files = report.files
        directory = report.directory
    }
}
