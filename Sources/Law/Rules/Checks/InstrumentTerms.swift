import Diagnostics
import Documents

extension InstrumentChecks {
    /// Every reason, outcome, next step and code has its words in `terms.json5`.
    func checkTerms() {
        for entry in instrument.usable.flatMap(\.cases) + instrument.findings {
            checkReason(entry.reason, at: entry.spot)
        }
        for attribute in instrument.attributes { checkReason(attribute.id, at: attribute.spot) }
        for requirement in instrument.requirements.joined() {
            for entry in requirement.fails {
                checkReason(entry.reason, at: entry.spot)
                checkNumber(entry.kpuCode, at: entry.codeSpot)
            }
            for entry in requirement.undetermined { checkReason(entry.reason, at: entry.spot) }
        }
        for line in instrument.outcomes {
            require(
                line.outcome, at: line.spot, "unknown_outcome", Bilingual(id: "hasil", en: "outcome"),
                among: terms.outcomes.map(\.id))
            checkNumber(line.kpuCode, at: line.spot)
            for step in line.nextSteps {
                require(
                    step.step, at: step.spot, "unknown_next_step", Bilingual(id: "langkah berikutnya", en: "next step"),
                    among: terms.nextSteps.map(\.id))
            }
            for reason in line.reasons { checkReason(reason.reason, at: reason.spot) }
        }
    }

    /// Every part that the program needs played by an attribute is played.
    func checkRoles() {
        for role in AttributeRole.allCases where !instrument.attributes.contains(where: { $0.role == role }) {
            log.add(
                "missing_role", at: instrument.attributes.first?.spot ?? instrument.spot,
                MissingRole.message("role", role.rawValue), remedy: MissingRole.remedy)
        }
    }

    private func checkReason(_ id: String, at spot: Spot) {
        require(id, at: spot, "unknown_reason", Bilingual(id: "alasan", en: "reason"), among: terms.reasons.map(\.id))
    }

    private func require(_ id: String, at spot: Spot, _ code: String, _ what: Bilingual, among known: [String]) {
        if !known.contains(id) { log.addUnknown(code, at: spot, id, what: what, among: known) }
    }

    private func checkNumber(_ code: KPUCodeSource, at spot: Spot) {
        guard case .number(let number) = code, !terms.kpuCodes.contains(where: { $0.code == number }) else { return }
        log.add(
            "unknown_kpu_code", at: spot,
            Bilingual(
                id: "kode KPU \(number) tidak ada dalam terms.json5", en: "the KPU code \(number) is not in terms.json5"
            ))
    }
}
