import Civil
import Diagnostics
import Options
import Outreach
import Readiness
import Rules
import RunFolder

/// Turns the options of `outreach` into what is to be done.
struct OutreachReading {
    private var values: OptionValues

    init(_ arguments: Arguments) {
        values = OptionValues(arguments)
    }

    /// - Throws: `.usage` with everything that is unfit.
    mutating func options(_ run: Run, election: Election?) throws(Failure) -> OutreachOptions {
        let asOf = CivilDate(iso: run.manifest.identity.asOf)
        // Who recorded on the as-of date is known to have: teams can go out from the next day on.
        let from = values.day("from") ?? asOf?.adding(days: 1) ?? RunClock.current().today
        let deadline = values.day("deadline") ?? DefaultDeadline(election, from: from)?.day
        let teams = values.byKabupaten("teams", 0...10_000)
        let devices = values.number("devices", 1...10_000) ?? 1
        let perDevice = values.number("per-device", 1...100_000)
        let threads = values.number("threads", 1...256)
        let days = values.number("days-per-visit", 1...100) ?? 1
        if deadline == nil, values.findings.isEmpty {
            values.refuse(
                "missing_deadline", id: "tenggat belum disebut", en: "no deadline given",
                remedy: Bilingual(id: "pakai --deadline YYYY-MM-DD", en: "use --deadline YYYY-MM-DD"))
        }
        guard values.findings.isEmpty, let deadline else { throw Failure(.usage, values.findings) }
        let arguments = values.arguments
        var options = OutreachOptions(
            out: try DerivedFolder.path("outreach", of: run, under: arguments.value("out")), from: from,
            deadline: deadline)
        options.force = arguments.has("force")
        options.isUnmasked = arguments.has("unmask")
        options.language = arguments.value("lang").flatMap { Language(rawValue: $0) } ?? .indonesian
        options.teams = OutreachOptions.Teams(standard: teams.all ?? 1, byKabupaten: teams.some)
        options.devices = devices
        options.perDevice = perDevice
        options.daysPerVisit = days
        options.threads = threads ?? CheckSetup.processors
        return options
    }
}
