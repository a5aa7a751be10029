import Diagnostics
import Documents

/// What `outreach.json5` says of the next steps of `terms.json5`.
struct FieldWorkChecks {
    let fieldWork: FieldWork
    let terms: Terms
    let log: FindingLog

    func run() {
        let known = terms.nextSteps.map(\.id)
        func refer(_ steps: [String], _ spot: Spot) {
            for step in steps where !known.contains(step) {
                log.addUnknown(
                    "unknown_step", at: spot, step, what: Bilingual(id: "langkah berikut", en: "next step"),
                    among: known)
            }
        }
        refer(fieldWork.visitSteps + fieldWork.handOutSteps, fieldWork.spot)
        for bring in fieldWork.bring { refer(bring.steps, bring.spot) }
        for step in fieldWork.visitSteps where fieldWork.handOutSteps.contains(step) {
            log.add(
                "step_twice", at: fieldWork.spot,
                Bilingual(
                    id: "langkah '\(step)' tidak bisa sekaligus 'visit' dan 'hand_out'",
                    en: "the step '\(step)' cannot be both 'visit' and 'hand_out'"))
        }
    }
}
