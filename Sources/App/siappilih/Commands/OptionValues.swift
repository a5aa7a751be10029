import Civil
import Diagnostics
import Options
import Rules

/// Values of options as numbers, days and shares by kabupaten; what is unfit is collected, so that all of it is said.
struct OptionValues {
    let arguments: Arguments
    private(set) var findings: [Finding] = []

    init(_ arguments: Arguments) {
        self.arguments = arguments
    }

    /// - Throws: `.usage` with everything that was refused.
    func requireFit() throws(Failure) {
        if !findings.isEmpty { throw Failure(.usage, findings) }
    }

    mutating func refuse(_ code: String, id: String, en: String, remedy: Bilingual? = nil) {
        findings.append(Finding(code: code, message: Bilingual(id: id, en: en), remedy: remedy))
    }

    mutating func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = arguments.value(name) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        refuse(
            "unfit_value", id: "--\(name) perlu bilangan \(range.lowerBound) sampai \(range.upperBound)",
            en: "--\(name) needs a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    mutating func day(_ name: String) -> CivilDate? {
        guard let text = arguments.value(name) else { return nil }
        if let day = CivilDate(iso: text) { return day }
        findings.append(Finding(code: "unfit_value", message: DayValue.unreadable(name)))
        return nil
    }

    /// `N` for all, `KAB=N` for the kabupaten of four digits; the last use of each counts.
    mutating func byKabupaten(_ name: String, _ range: ClosedRange<Int>) -> (all: Int?, some: [String: Int]) {
        var all: Int?
        var some: [String: Int] = [:]
        for use in arguments.uses where use.name == name {
            let parts = (use.value ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let region = parts.count == 2 ? parts[0].filter { $0 != "." } : nil
            let isRegion =
                region.map { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? true
            guard let last = parts.last, let number = Int(last), range.contains(number), isRegion else {
                refuse(
                    "unfit_value", id: "--\(name) ditulis N, atau KAB=N dengan kode 4 angka",
                    en: "--\(name) is written N, or KAB=N with a code of 4 digits")
                continue
            }
            if let region { some[region] = number } else { all = number }
        }
        return (all, some)
    }
}

/// The last day on which recording counts, where the user names none.
struct DefaultDeadline {
    let day: CivilDate
    let title: Bilingual

    /// The election's target for recording, or, once it has passed, the day before polling day.
    init?(_ election: Election?, from: CivilDate) {
        guard let election else { return nil }
        if let target = election.recordingDeadline, target.date >= from {
            day = target.date
            title = target.title
        } else if let before = election.votingDay.adding(days: -1) {
            day = before
            title = Bilingual(id: "hari sebelum pemungutan suara", en: "the day before polling day")
        } else {
            return nil
        }
    }
}
