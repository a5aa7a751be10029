import Diagnostics
import Documents

extension DocumentPlace {
    /// `terms.json5`
    func terms() -> Terms? {
        fields { fields in
            let outcomesPlace = fields.required("outcomes")
            let outcomes = outcomesPlace?.list { $0.outcomeTerm() }
            let stepsPlace = fields.required("next_steps")
            let nextSteps = stepsPlace?.list { $0.stepTerm() }
            let reasonsPlace = fields.required("reasons")
            let reasons = reasonsPlace?.list { $0.reasonTerm() }
            let codes = fields.required("kpu_codes")?.list { $0.kpuCodeTerm() }
            let sexes: (male: String, female: String)? = fields.required("sexes")?.fields { sexes in
                let male = sexes.required("male")?.text()
                let female = sexes.required("female")?.text()
                guard let male, let female else { return nil }
                return (male, female)
            }
            guard let outcomes, let nextSteps, let reasons, let codes, let sexes else { return nil }
            log.reportRepeats(outcomes.map { ($0.term.id, $0.spot) })
            log.reportRepeats(nextSteps.map { ($0.term.id, $0.spot) })
            log.reportRepeats(reasons.map { ($0.term.id, $0.spot) })
            log.reportRepeats(codes.map { (String($0.term.code), $0.spot) })
            if reasons.count > Verdicts.reasonLimit {
                reasonsPlace?.report(
                    "too_many_reasons",
                    Bilingual(
                        id: "paling banyak \(Verdicts.reasonLimit) alasan, ada \(reasons.count)",
                        en: "at most \(Verdicts.reasonLimit) reasons are possible, there are \(reasons.count)"))
            }
            outcomesPlace?.requireEach(OutcomeRole.self, "role", among: outcomes.map(\.term.role))
            stepsPlace?.requireEach(StepRole.self, "role", among: nextSteps.map(\.term.role))
            stepsPlace?.requireEach(StepExport.self, "exported_as", among: nextSteps.map(\.term.exportedAs))
            return Terms(
                outcomes: outcomes.map(\.term), nextSteps: nextSteps.map(\.term),
                reasons: reasons.map(\.term).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
                kpuCodes: codes.map(\.term), maleCode: sexes.male, femaleCode: sexes.female)
        }
    }

    private func outcomeTerm() -> (term: OutcomeTerm, spot: Spot)? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let eligible = fields.required("eligible")?.truth()
            let recorded = fields.required("recorded")?.truth()
            let flagged = fields.required("flagged")?.truth()
            let bySex = fields.required("by_sex")?.truth()
            let rolePlace = fields.optional("role")
            let role = rolePlace?.word(OutcomeRole.self, what: Self.role)
            guard let id, let text = id.identifier(), let title, let eligible, let recorded, let flagged, let bySex,
                (rolePlace == nil) == (role == nil)
            else {
                return nil
            }
            let term = OutcomeTerm(
                id: text, title: title, eligible: eligible, recorded: recorded, flagged: flagged, bySex: bySex,
                role: role)
            return (term, id.spot)
        }
    }

    private func stepTerm() -> (term: StepTerm, spot: Spot)? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let listPlace = fields.optional("exported_as")
            let list = listPlace?.word(
                StepExport.self, what: Bilingual(id: "daftar tersendiri", en: "list of their own"))
            let rolePlace = fields.optional("role")
            let role = rolePlace?.word(StepRole.self, what: Self.role)
            guard let id, let text = id.identifier(), let title, (listPlace == nil) == (list == nil),
                (rolePlace == nil) == (role == nil)
            else { return nil }
            return (StepTerm(id: text, title: title, exportedAs: list, role: role), id.spot)
        }
    }

    private func reasonTerm() -> (term: ReasonTerm, spot: Spot)? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let askPlace = fields.optional("ask")
            let ask = askPlace?.bilingual()
            let rolePlace = fields.optional("role")
            let role = rolePlace?.word(ReasonRole.self, what: Self.role)
            guard let id, let text = id.identifier(), let title, (askPlace == nil) == (ask == nil),
                (rolePlace == nil) == (role == nil)
            else { return nil }
            return (ReasonTerm(id: text, title: title, role: role, ask: ask), id.spot)
        }
    }

    private func kpuCodeTerm() -> (term: KPUCodeTerm, spot: Spot)? {
        fields { fields in
            let code = fields.required("code")
            let title = fields.required("title")?.bilingual()
            let privacy = fields.optional("private")
            let isPrivate = privacy?.truth()
            let askPlace = fields.optional("asks")
            let asks = askPlace?.truth()
            guard let code, let number = code.integer(in: 1...Verdicts.codeLimit), let title,
                (privacy == nil) == (isPrivate == nil), (askPlace == nil) == (asks == nil)
            else { return nil }
            let term = KPUCodeTerm(
                code: UInt8(number), title: title, isPrivate: isPrivate ?? false, asks: asks ?? false)
            return (term, code.spot)
        }
    }
}

extension FindingLog {
    /// Reports each id that an earlier one of the same list already has.
    func reportRepeats(_ ids: [(id: String, spot: Spot)]) {
        var first: [String: Spot] = [:]
        for (id, spot) in ids {
            guard let earlier = first[id] else {
                first[id] = spot
                continue
            }
            add(
                "duplicate_id", at: spot,
                Bilingual(
                    id: "id '\(id)' sudah dipakai di \(earlier.location)",
                    en: "the id '\(id)' already stands at \(earlier.location)"))
        }
    }
}
