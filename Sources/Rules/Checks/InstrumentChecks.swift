import CEL
import Civil
import Diagnostics

/// What one instrument, with everything it restates filled in, must fulfil.
struct InstrumentChecks {
    let instrument: Instrument
    let reasons: Set<String>
    let terms: Terms
    let layout: FactLayout
    let log: FindingLog

    func run() {
        let conditions = ConditionCheck(layout: layout, log: log)
        for versions in instrument.parameters { checkParameter(versions) }
        for fact in instrument.usable { check(fact, conditions) }
        for finding in instrument.findings { check(finding, conditions, beforeConclusions: false) }
        for requirement in instrument.requirements.joined() { check(requirement, conditions) }
        for attribute in instrument.attributes {
            checkReason(attribute.id, at: attribute.spot)
            _ = conditions.check(attribute.when, beforeConclusions: false)
        }
        checkOutcomes(conditions)
    }

    private func checkParameter(_ versions: [Parameter]) {
        for parameter in versions {
            guard let first = versions.compactMap(\.value).first, let value = parameter.value else { continue }
            if value.type != first.type {
                log.add(
                    "wrong_type", at: parameter.periodSpot,
                    Bilingual(
                        id: "semua versi parameter harus sejenis", en: "all versions of a parameter must be of one type"))
            }
            if parameter.id == LeapDay.parameter {
                let words = LeapDay.allCases.map(\.rawValue)
                guard case .string(let word) = value, words.contains(word) else {
                    log.add(
                        "wrong_parameter", at: parameter.periodSpot,
                        Bilingual(
                            id: "harus salah satu dari: \(words.joined(separator: ", "))",
                            en: "expected one of: \(words.joined(separator: ", "))"))
                    continue
                }
            }
        }
    }

    private func check(_ usable: UsableFact, _ conditions: ConditionCheck) {
        let known = layout.facts.filter { $0.isRefusable }.map(\.name)
        if !known.contains(usable.fact) {
            log.addUnknown(
                "unknown_fact", at: usable.spot, usable.fact,
                what: Bilingual(id: "fakta daftar penduduk", en: "fact of the population list"), among: known)
        }
        for entry in usable.cases { check(entry, conditions, beforeConclusions: true) }
    }

    private func check(_ entry: ReasonCase, _ conditions: ConditionCheck, beforeConclusions: Bool) {
        checkReason(entry.reason, at: entry.spot)
        if let when = entry.when { _ = conditions.check(when, beforeConclusions: beforeConclusions) }
    }

    private func check(_ requirement: Requirement, _ conditions: ConditionCheck) {
        _ = conditions.check(requirement.holds, beforeConclusions: true)
        if requirement.fails.isEmpty {
            log.add(
                "no_reason", at: requirement.periodSpot,
                Bilingual(
                    id: "syarat '\(requirement.id)' tidak punya alasan gagal",
                    en: "the requirement '\(requirement.id)' gives no reason for failing"))
        }
        for entry in requirement.fails {
            checkReason(entry.reason, at: entry.spot)
            checkCode(entry.kpuCode, at: entry.codeSpot)
            if let when = entry.when { _ = conditions.check(when, beforeConclusions: true) }
        }
        for entry in requirement.undetermined { check(entry, conditions, beforeConclusions: true) }
        requireLast(requirement.fails.map { ($0.when == nil, $0.spot) })
        requireLast(requirement.undetermined.map { ($0.when == nil, $0.spot) })
    }

    private func checkOutcomes(_ conditions: ConditionCheck) {
        let outcomes = terms.outcomes.map(\.id)
        let steps = terms.nextSteps.map(\.id)
        for line in instrument.outcomes {
            if !outcomes.contains(line.outcome) {
                log.addUnknown(
                    "unknown_outcome", at: line.spot, line.outcome, what: Bilingual(id: "hasil", en: "outcome"),
                    among: outcomes)
            }
            if let when = line.when { _ = conditions.check(when, beforeConclusions: false) }
            checkCode(line.kpuCode, at: line.spot)
            for step in line.nextSteps {
                if !steps.contains(step.step) {
                    log.addUnknown(
                        "unknown_next_step", at: step.spot, step.step,
                        what: Bilingual(id: "langkah berikutnya", en: "next step"), among: steps)
                }
                if let when = step.when { _ = conditions.check(when, beforeConclusions: false) }
            }
            for reason in line.reasons { check(reason, conditions, beforeConclusions: false) }
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

    private func checkReason(_ id: String, at spot: Spot) {
        if reasons.contains(id) { return }
        log.addUnknown(
            "unknown_reason", at: spot, id, what: Bilingual(id: "alasan", en: "reason"), among: reasons.sorted())
    }

    private func checkCode(_ code: KPUCodeSource, at spot: Spot) {
        switch code {
        case .none, .smallest: return
        case .number(let number):
            if terms.kpuCodes.contains(where: { $0.code == number }) { return }
            log.add(
                "unknown_kpu_code", at: spot,
                Bilingual(id: "kode KPU \(number) tidak ada dalam terms.json5", en: "the KPU code \(number) is not in terms.json5"))
        case .fact(let name):
            switch layout[name]?.storage {
            case .integer: return
            case .code(let words):
                let codes = Set(terms.kpuCodes.map { String($0.code) })
                for word in words where !codes.contains(word) {
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
