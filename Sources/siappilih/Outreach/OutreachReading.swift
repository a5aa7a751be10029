import Civil
import Diagnostics
import Readiness
import Reports
import Rules

/// Turns the options of `outreach` into what is to be done.
struct OutreachReading {
    private let arguments: Arguments
    private var findings: [Finding] = []

    init(_ arguments: Arguments) {
        self.arguments = arguments
    }

    /// - Throws: `.usage` with everything that is unfit.
    mutating func options(_ run: Run, election: Election?) throws(Failure) -> OutreachOptions {
        let asOf = CivilDate(iso: run.manifest.asOf)
        // Who recorded on the as-of date is known to have: teams can go out from the next day on.
        let from = day("from") ?? asOf?.adding(days: 1) ?? RunClock.current().today
        let deadline = day("deadline") ?? Self.deadline(election, from)
        let teams = teams()
        let devices = number("devices", 1...10_000) ?? 1
        let perDevice = number("per-device", 1...100_000)
        let days = number("days-per-visit", 1...100) ?? 1
        if deadline == nil, findings.isEmpty {
            findings.append(
                Finding(
                    code: "missing_deadline",
                    message: Bilingual(id: "tenggat belum disebut", en: "no deadline given"),
                    remedy: Bilingual(id: "pakai --deadline YYYY-MM-DD", en: "use --deadline YYYY-MM-DD")))
        }
        guard findings.isEmpty, let deadline else { throw Failure(.usage, findings) }
        var options = OutreachOptions(
            out: try DerivedFolder.path("outreach", of: run, under: arguments.value("out")), from: from,
            deadline: deadline)
        options.force = arguments.has("force")
        options.isUnmasked = arguments.has("unmask")
        options.language = arguments.value("lang").flatMap { Language(rawValue: $0) } ?? .indonesian
        options.teams = teams
        options.devices = devices
        options.perDevice = perDevice
        options.daysPerVisit = days
        return options
    }

    /// The election's target for recording, or, once it has passed, the day before polling day.
    static func deadline(_ election: Election?, _ from: CivilDate) -> CivilDate? {
        guard let election else { return nil }
        if let target = election.recordingDeadline, target.date >= from { return target.date }
        return election.votingDay.adding(days: -1)
    }

    private mutating func refuse(id: String, en: String) {
        findings.append(Finding(code: "unfit_value", message: Bilingual(id: id, en: en)))
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = arguments.value(name) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        refuse(
            id: "--\(name) perlu bilangan \(range.lowerBound) sampai \(range.upperBound)",
            en: "--\(name) needs a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    private mutating func day(_ name: String) -> CivilDate? {
        guard let text = arguments.value(name) else { return nil }
        if let day = CivilDate(iso: text) { return day }
        refuse(id: "--\(name) perlu tanggal YYYY-MM-DD", en: "--\(name) needs a date YYYY-MM-DD")
        return nil
    }

    /// `N`, and `KAB=N` for offices that differ.
    private mutating func teams() -> OutreachOptions.Teams {
        var teams = OutreachOptions.Teams()
        for use in arguments.uses where use.name == "teams" {
            let parts = (use.value ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let region = parts.count == 2 ? parts[0].filter { $0 != "." } : nil
            let isRegion =
                region.map { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? true
            guard let last = parts.last, let count = Int(last), 0...10_000 ~= count, isRegion else {
                refuse(
                    id: "--teams ditulis N, atau KAB=N dengan kode 4 angka",
                    en: "--teams is written N, or KAB=N with a code of 4 digits")
                continue
            }
            if let region { teams.byKabupaten[region] = count } else { teams.standard = count }
        }
        return teams
    }
}
