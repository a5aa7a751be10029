import CEL
import Civil
import Diagnostics
import Documents

/// What one instrument, with everything it restates filled in, must fulfil.
struct InstrumentChecks {
    let instrument: Instrument
    let terms: Terms
    let layout: FactLayout
    let log: FindingLog

    /// Lists of cases: something for everyone, nothing that is never reached.
    func checkCases() {
        for versions in instrument.parameters { checkParameter(versions) }
        if !instrument.parameters.contains(where: { $0.first?.id == LeapDay.parameter }) {
            log.add(
                "missing_parameter", at: instrument.spot,
                Bilingual(
                    id: "parameter '\(LeapDay.parameter)' tidak ada: hari ulang tahun 29 Februari tidak tertentu",
                    en: "the parameter '\(LeapDay.parameter)' is missing: birthdays of 29 February have no day"))
        }
        for requirement in instrument.requirements.joined() {
            requireOne(requirement.fails.count, requirement)
            requireLast(requirement.fails.map { ($0.when == nil, $0.spot) })
            requireLast(requirement.undetermined.map { ($0.when == nil, $0.spot) })
        }
        for line in instrument.outcomes {
            requireLast(line.reasons.map { ($0.when == nil, $0.spot) })
            requireLast(line.nextSteps.map { ($0.when == nil, $0.spot) })
            if line.nextSteps.last?.when != nil || line.nextSteps.isEmpty {
                log.add(
                    "no_last_step", at: line.nextSteps.last?.spot ?? line.spot,
                    Bilingual(
                        id: "langkah terakhir harus tanpa 'when', agar selalu ada langkah",
                        en: "the last step must have no 'when', so that there always is one"))
            }
        }
        requireLast(instrument.outcomes.map { ($0.when == nil, $0.spot) })
        if instrument.outcomes.last?.when != nil || instrument.outcomes.isEmpty {
            log.add(
                "no_last_outcome", at: instrument.outcomes.last?.spot ?? instrument.spot,
                Bilingual(
                    id: "baris hasil terakhir harus tanpa 'when', agar setiap orang mendapat hasil",
                    en: "the last outcome must have no 'when', so that everyone has one"))
        }
    }

    /// Every condition is an expression over facts that there are.
    func checkConditions() -> CheckedConditions {
        var checked = CheckedConditions()
        let check = ConditionCheck(layout: layout, log: log)
        for fact in instrument.usable { checkRefusable(fact) }
        let early =
            instrument.usable.flatMap(\.cases).compactMap(\.when)
            + instrument.requirements.joined().flatMap(\.conditions)
        for condition in early {
            if let expression = check.check(condition, beforeConclusions: true) {
                checked.add(expression, for: condition)
            }
        }
        let late =
            instrument.findings.compactMap(\.when) + instrument.attributes.map(\.when)
            + instrument.outcomes.flatMap(\.conditions)
        for condition in late {
            if let expression = check.check(condition, beforeConclusions: false) {
                checked.add(expression, for: condition)
            }
        }
        for entry in instrument.requirements.joined().flatMap(\.fails) { checkCode(entry.kpuCode, at: entry.codeSpot) }
        for line in instrument.outcomes { checkCode(line.kpuCode, at: line.spot) }
        return checked
    }

    private func checkParameter(_ versions: [Parameter]) {
        for parameter in versions {
            guard let first = versions.compactMap(\.value).first, let value = parameter.value else { continue }
            if value.type != first.type {
                log.add(
                    "wrong_type", at: parameter.periodSpot,
                    Bilingual(
                        id: "semua versi parameter harus sejenis", en: "all versions of a parameter must be of one type"
                    ))
            }
            guard parameter.id == LeapDay.parameter else { continue }
            let words = LeapDay.allCases.map(\.rawValue)
            if case .string(let word) = value, words.contains(word) { continue }
            let list = words.joined(separator: ", ")
            log.add(
                "wrong_parameter", at: parameter.periodSpot,
                Bilingual(id: "harus salah satu dari: \(list)", en: "expected one of: \(list)"))
        }
    }

    private func requireOne(_ count: Int, _ requirement: Requirement) {
        if count > 0 { return }
        log.add(
            "no_reason", at: requirement.periodSpot,
            Bilingual(
                id: "syarat '\(requirement.id)' tidak punya alasan gagal",
                en: "the requirement '\(requirement.id)' gives no reason for failing"))
    }

    /// A case without a condition takes all that is left, so nothing can follow it.
    private func requireLast(_ cases: [(isOpen: Bool, spot: Spot)]) {
        for entry in cases.dropLast() where entry.isOpen {
            log.add(
                "unreachable", at: entry.spot,
                Bilingual(
                    id: "tanpa 'when' harus yang terakhir: yang sesudahnya tidak pernah tercapai",
                    en: "without 'when' it must be the last: what follows is never reached"))
        }
    }

    private func checkRefusable(_ usable: UsableFact) {
        let known = layout.facts.filter { $0.isRefusable }.map(\.name)
        if known.contains(usable.fact) { return }
        log.addUnknown(
            "unknown_fact", at: usable.spot, usable.fact,
            what: Bilingual(id: "fakta daftar penduduk", en: "fact of the population list"), among: known)
    }

    private func checkCode(_ code: KPUCodeSource, at spot: Spot) {
        guard case .fact(let name) = code else { return }
        switch layout[name]?.storage {
        case .integer: return
        case .code(let words):
            let codes = Set(terms.kpuCodes.map { String($0.code) })
            // A word that is no number is printed nowhere: it must not fail. One that begins as a number is meant for one.
            for word in words where word.utf8.first.map { 0x30...0x39 ~= $0 } ?? false && !codes.contains(word) {
                log.add(
                    "unknown_kpu_code", at: spot,
                    Bilingual(
                        id: "kode '\(word)' dari '\(name)' tidak ada di kpu_codes dalam terms.json5",
                        en: "the code '\(word)' of '\(name)' is not in kpu_codes of terms.json5"))
            }
        default:
            let known = layout.facts.filter {
                switch $0.storage {
                case .integer, .code: true
                default: false
                }
            }
            log.addUnknown(
                "unknown_fact", at: spot, name, what: Bilingual(id: "fakta berisi kode", en: "fact that holds a code"),
                among: known.map(\.name))
        }
    }
}

extension FactLayout.Fact {
    /// Whether a rule may declare its value unusable: a date, number or code of the population list's own.
    fileprivate var isRefusable: Bool {
        guard name.hasPrefix("person.") else { return false }
        switch storage {
        case .date, .integer, .code: return true
        default: return false
        }
    }
}
