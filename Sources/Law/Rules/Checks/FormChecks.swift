import Diagnostics
import Documents

/// What the forms of profiles say of the next steps and codes of `terms.json5`.
struct FormChecks {
    let profiles: [CodeProfile]
    let terms: Terms
    let log: FindingLog

    func run() {
        let steps = terms.nextSteps.map(\.id)
        let codes = Set(terms.kpuCodes.map(\.code))
        for profile in profiles {
            for sheet in profile.request?.sheets ?? [] {
                for step in sheet.steps where !steps.contains(step) {
                    log.addUnknown(
                        "unknown_step", at: profile.request?.spot ?? profile.spot, step,
                        what: Bilingual(id: "langkah berikut", en: "next step"), among: steps)
                }
            }
            for form in profile.forms {
                for code in form.codes.subtracting(codes).sorted() {
                    log.addUnknown(
                        "unknown_kpu_code", at: profile.spot, String(code),
                        what: Bilingual(id: "kode KPU", en: "KPU code"), among: codes.sorted().map { String($0) })
                }
            }
        }
    }
}
