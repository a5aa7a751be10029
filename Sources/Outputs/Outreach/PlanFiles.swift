import Civil
import Columns
import Diagnostics
import Files
import Rules
import RunFolder
import Tabular

/// The plan as CSV, as a workbook, and as a calendar file per team.
struct PlanFiles {
    let context: OutreachContext
    let programVersion: String

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    func write(to folder: RunDirectory) throws(Failure) -> [OutputReport] {
        var outputs = [try folder.write("plan.csv", table)]
        outputs.append(try writeWorkbook(to: folder))
        var teams: [[String]: [FieldVisit]] = [:]
        for visit in context.plan.visits { teams[[visit.kabupaten, String(visit.team)], default: []].append(visit) }
        for key in teams.keys.sorted(by: { ($0[0], Int($0[1]) ?? 0) < ($1[0], Int($1[1]) ?? 0) }) {
            outputs.append(
                try folder.write("plan/\(key.joined(separator: "-")).ics", calendar(teams[key] ?? [], key).bytes))
        }
        return outputs
    }

    // MARK: CSV

    private var table: [UInt8] {
        var table = CSVText(heading: [
            "status", "kabupaten", "kabupaten_name", "team", "visit", "from", "until", "kecamatan", "kecamatan_name",
            "desa", "desa_name", "first_person", "people", "host",
        ])
        func place(_ region: String) -> [String] {
            let kecamatan = region.utf8.count >= 6 ? String(region.prefix(6)) : ""
            let desa = region.utf8.count == 10 ? region : ""
            return [kecamatan, context.name(kecamatan), desa, context.name(desa)]
        }
        for visit in context.plan.visits {
            table.appendLine(
                [
                    "visit", visit.kabupaten, context.name(visit.kabupaten), String(visit.team), String(visit.number),
                    visit.days.first?.description ?? "", visit.days.last?.description ?? "",
                ] + place(visit.region) + [String(visit.firstPerson), String(visit.people), visit.host])
        }
        for rest in context.plan.remainder {
            let kabupaten = rest.region.utf8.count >= 4 ? String(rest.region.prefix(4)) : ""
            table.appendLine(
                [
                    rest.cause == .capacity ? "remainder" : "no_place", kabupaten, context.name(kabupaten), "", "", "",
                    "",
                ]
                    + place(rest.region) + [String(rest.firstPerson), String(rest.people), ""])
        }
        return table.bytes
    }

    // MARK: Calendar files

    private func calendar(_ visits: [FieldVisit], _ key: [String]) -> CalendarFile {
        var events: [CalendarFile.Event] = []
        for visit in visits where !visit.isJoined {
            let joining = visits.filter { $0.isJoined && $0.number == visit.number }.map { other in
                say(
                    "\n\(context.title(other.region)): \(other.people) orang, nomor \(other.firstPerson)–\(other.firstPerson + other.people - 1), datang ke sini.",
                    "\n\(context.title(other.region)): \(other.people) people, numbers \(other.firstPerson)–\(other.firstPerson + other.people - 1), come here."
                )
            }.joined()
            for (place, days) in Self.stretches(visit.days).enumerated() {
                let number = "\(visit.kabupaten)-\(visit.team)-\(visit.number)-\(place + 1)"
                events.append(
                    CalendarFile.Event(
                        id:
                            "\(number)-\((context.run.manifest.digest ?? context.run.manifest.created).prefix(16))@siappilih",
                        first: days.lowerBound, last: days.upperBound,
                        summary: say(
                            "Perekaman KTP-el: \(context.title(visit.region))",
                            "KTP-el recording: \(context.title(visit.region))"),
                        location: context.title(visit.region),
                        description: say(
                            "\(visit.people) orang, nomor \(visit.firstPerson)–\(visit.firstPerson + visit.people - 1) dalam daftar kunjungan.\nKecamatan \(context.title(String(visit.region.prefix(6)))).",
                            "\(visit.people) \(Plural.of(visit.people, "person", "people")), numbers \(visit.firstPerson)–\(visit.firstPerson + visit.people - 1) of the visit list.\nKecamatan \(context.title(String(visit.region.prefix(6))))."
                        ) + joining))
            }
        }
        return CalendarFile(
            stamp: context.created,
            product: "-//SiapPilih//siappilih \(programVersion)//\(context.options.language.rawValue.uppercased())",
            name: say("Tim \(key[1]), \(context.title(key[0]))", "Team \(key[1]), \(context.title(key[0]))"),
            events: events)
    }

    /// Days as stretches without a gap: a visit over a weekend is two events.
    static func stretches(_ days: [CivilDate]) -> [ClosedRange<CivilDate>] {
        var stretches: [ClosedRange<CivilDate>] = []
        for day in days {
            if let last = stretches.last, last.upperBound.adding(days: 1) == day {
                stretches[stretches.count - 1] = last.lowerBound...day
            } else {
                stretches.append(day...day)
            }
        }
        return stretches
    }

    // MARK: Workbook

    private func writeWorkbook(to folder: RunDirectory) throws(Failure) -> OutputReport {
        let name = "plan.xlsx"
        do {
            let book = try WorkbookWriter(
                creating: folder.place(for: name), scratch: folder.scratch,
                properties: .init(
                    title: say("Rencana jemput bola", "Mobile-service plan"), comments: context.footer,
                    created: context.created), memory: .rowByRow)
            try writeOffices(FieldSheet(try book.addSheet(say("Ringkasan", "Summary")), columns: officeColumns))
            try writeVisits(FieldSheet(try book.addSheet(say("Kunjungan", "Visits")), columns: visitColumns))
            try writeRemainder(
                FieldSheet(try book.addSheet(say("Belum terjadwal", "Without a day")), columns: remainderColumns))
            writeMethod(FieldSheet(try book.addSheet(say("Cara", "Method")), columns: [.init("", 110)]))
            return folder.adopt(name, try book.finish(digest: true))
        } catch let error as FileError {
            throw error.outputFailure(shown: "\(folder.path)/\(name)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
    }

    private var pageWords: (before: String, between: String) { (say("Halaman", "Page"), say("dari", "of")) }

    private var officeColumns: [FieldSheet.Column] {
        [
            .init(say("Kabupaten/kota", "Kabupaten/kota"), 30), .init(say("Harus rekam", "Must record"), 12),
            .init(say("Tim", "Teams"), 8), .init(say("Kunjungan yang perlu", "Visits needed"), 12),
            .init(say("Kunjungan yang sanggup", "Visits possible"), 12), .init(say("Terjadwal", "With a day"), 12),
            .init(say("Belum terjadwal", "Without a day"), 12), .init(say("Tim yang perlu", "Teams needed"), 12),
        ]
    }

    private func writeOffices(_ start: FieldSheet) throws(FileError) {
        var sheet = start
        let plan = context.plan
        sheet.line(say("RENCANA JEMPUT BOLA", "MOBILE-SERVICE PLAN"), FieldSheet.title)
        sheet.line(
            say(
                "\(context.options.from) sampai \(context.options.deadline): \(plan.workingDays.count) hari kerja; satu kunjungan \(plan.daysPerVisit) hari, paling banyak \(plan.seats) orang",
                "\(context.options.from) to \(context.options.deadline): \(plan.workingDays.count) working \(Plural.of(plan.workingDays.count, "day", "days")); a visit takes \(plan.daysPerVisit) \(Plural.of(plan.daysPerVisit, "day", "days")) and records \(plan.seats) \(Plural.of(plan.seats, "person", "people")) at most"
            ))
        sheet.line(
            plan.peopleLeft == 0
                ? say(
                    "Semua \(plan.people) orang sudah terjadwal.",
                    Plural.of(
                        plan.people, "The one person to visit has a day.", "All \(plan.people) people have a day."))
                : say(
                    "\(plan.peoplePlanned) dari \(plan.people) orang sudah terjadwal; \(plan.peopleLeft) belum (lembar Belum terjadwal).",
                    "People with a day: \(plan.peoplePlanned) of \(plan.people); without: \(plan.peopleLeft) (sheet Without a day)."
                ), FieldSheet.bold)
        sheet.skip()
        sheet.begin(rows: plan.offices.count, footer: context.footer, pageWords: pageWords)
        for office in plan.offices {
            sheet.add([
                .text(context.title(office.kabupaten)), .count(office.people), .count(office.teams),
                .count(office.visitsNeeded), .count(office.visitsPossible), .count(office.peoplePlanned),
                .count(office.people - office.peoplePlanned),
                office.teamsNeeded.map { .count($0) } ?? .text("-"),
            ])
        }
        func sum(_ count: (OfficePlan) -> Int) -> FieldSheet.Cell { .count(plan.offices.reduce(0) { $0 + count($1) }) }
        sheet.total([
            .text(say("Jumlah", "Total")), sum(\.people), sum(\.teams), sum(\.visitsNeeded), sum(\.visitsPossible),
            sum(\.peoplePlanned), sum { $0.people - $0.peoplePlanned }, .text(""),
        ])
    }

    private var visitColumns: [FieldSheet.Column] {
        [
            .init(say("Tanggal", "Days"), 27), .init(say("Kabupaten/kota", "Kabupaten/kota"), 22),
            .init(say("Tim", "Team"), 7, centered: true), .init("Kecamatan", 26),
            .init(say("Desa/kelurahan", "Desa/kelurahan"), 30), .init(say("Nomor", "Numbers"), 13, centered: true),
            .init(say("Orang", "People"), 9), .init(say("Hasil", "Result"), 16),
        ]
    }

    private func writeVisits(_ start: FieldSheet) throws(FileError) {
        var sheet = start
        sheet.line(say("KUNJUNGAN", "VISITS"), FieldSheet.title)
        sheet.begin(rows: context.plan.visits.count, footer: context.footer, pageWords: pageWords)
        for visit in context.plan.visits {
            sheet.add([
                .text(context.span(visit.days)), .text(context.title(visit.kabupaten)), .text(String(visit.team)),
                .text(context.title(String(visit.region.prefix(6)))),
                .text(context.title(visit.region) + context.place(visit)),
                .text("\(visit.firstPerson)–\(visit.firstPerson + visit.people - 1)"), .count(visit.people), .text(""),
            ])
        }
        sheet.total(
            [.text(say("Jumlah", "Total"))] + (0..<5).map { _ in .text("") } + [
                .count(context.plan.peoplePlanned), .text(""),
            ])
    }

    private var remainderColumns: [FieldSheet.Column] {
        [
            .init(say("Wilayah", "Region"), 34), .init(say("Nomor", "Numbers"), 13, centered: true),
            .init(say("Orang", "People"), 10), .init(say("Sebab", "Cause"), 48),
        ]
    }

    private func writeRemainder(_ start: FieldSheet) throws(FileError) {
        var sheet = start
        sheet.line(say("BELUM TERJADWAL", "WITHOUT A DAY"), FieldSheet.title)
        sheet.begin(rows: context.plan.remainder.count, footer: context.footer, pageWords: pageWords)
        for rest in context.plan.remainder {
            let cause =
                rest.cause == .capacity
                ? say("kapasitas tim tidak cukup sampai tenggat", "the teams cannot do more by the deadline")
                : say(
                    "kecamatannya tidak diketahui: tanyakan kepada kantor", "the kecamatan is not known: ask the office"
                )
            sheet.add([
                .text(context.title(rest.region)), .text("\(rest.firstPerson)–\(rest.firstPerson + rest.people - 1)"),
                .count(rest.people), .text(cause),
            ])
        }
        sheet.total([.text(say("Jumlah", "Total")), .text(""), .count(context.plan.peopleLeft), .text("")])
    }

    private func writeMethod(_ start: FieldSheet) {
        var sheet = start
        let device = context.fieldWork.perDevice
        let wrapped = CellStyle(.text).with { $0.wraps = true }
        sheet.line(say("CARA RENCANA INI DIBUAT", "HOW THIS PLAN WAS MADE"), FieldSheet.title)
        let texts = [
            say(
                "Satu kunjungan membawa satu tim ke satu desa selama \(context.plan.daysPerVisit) hari kerja. Perangkat: \(context.options.devices) per tim; \(context.options.perDevice ?? device.value) orang per perangkat sehari (aturan: \(device.value), lazimnya \(context.fieldWork.perDeviceRange.lowerBound)–\(context.fieldWork.perDeviceRange.upperBound); \(context.text(device.confidence.title)): \(context.text(device.source))).",
                "A visit brings one team to one desa for \(context.plan.daysPerVisit) working \(Plural.of(context.plan.daysPerVisit, "day", "days")). Devices: \(context.options.devices) a team; \(context.options.perDevice ?? device.value) people a device a day (rules: \(device.value), usually \(context.fieldWork.perDeviceRange.lowerBound)–\(context.fieldWork.perDeviceRange.upperBound); \(context.text(device.confidence.title)): \(context.text(device.source)))."
            ),
            context.fieldWork.joined.map { joined in
                say(
                    "Bila di satu desa tersisa paling banyak \(joined.value) orang, mereka datang ke desa lain di kecamatan itu pada hari timnya masih punya tempat (\(context.text(joined.confidence.title)): \(context.text(joined.source))).",
                    "Where at most \(joined.value) people of a desa are left, they come to another desa of the kecamatan on a day when its team has room (\(context.text(joined.confidence.title)): \(context.text(joined.source)))."
                )
            } ?? "",
            say(
                "1. Bila kunjungan yang perlu melebihi yang mungkin, yang terbesar didahulukan: tidak ada rencana lain yang merekam lebih banyak orang sampai tenggat.",
                "1. Where more visits are needed than are possible, the largest are made: no other plan records more people by the deadline."
            ),
            say(
                "2. Tim-tim satu kantor bekerja kecamatan demi kecamatan: dahulu kecamatan dengan orang terbanyak per kunjungan, di dalamnya kunjungan terbesar lebih dahulu.",
                "2. The teams of an office work kecamatan by kecamatan: first the one with most people a visit, in it the largest visit first."
            ),
            say(
                "3. Dengan T tim, rata-rata orang menunggu kurang dari satu kunjungan lebih lama daripada dalam rencana terbaik yang juga bekerja kecamatan demi kecamatan; dengan satu tim rencana ini yang terbaik.",
                "3. With T teams a person waits, on average, less than one visit longer than in the best plan that also works kecamatan by kecamatan; with one team this plan is the best."
            ),
            say(
                "Perekaman di dalam satu desa mengikuti nomor daftar kunjungan. Hari kerja: Senin–Jumat tanpa hari libur menurut rules/calendars.",
                "Within a desa people come by the numbers of the visit list. Working days: Monday to Friday without the holidays of rules/calendars."
            ),
        ]
        sheet.setPage(footer: context.footer, pageWords: pageWords)
        for text in texts where !text.isEmpty {
            sheet.sheet.setHeight(Double(FieldSheet.lines(text, 110)) * 13 + 6, row: sheet.row)
            sheet.line(text, wrapped)
        }
    }
}
