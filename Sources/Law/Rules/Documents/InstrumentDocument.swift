import CEL
import Diagnostics
import Documents

/// `instruments/ID.json5` as written: what it restates is not yet filled in.
struct InstrumentDocument: Sendable {
    /// A requirement in full, or new citations for the words of the instrument restated.
    struct RequirementEntry: Sendable {
        struct Words: Sendable {
            var title: Bilingual
            var holds: Condition
            var fails: [FailCase]
            var undetermined: [ReasonCase]
            var presumes: [Presumption]
        }
        var id: String
        var period: Period
        var citations: [Citation]
        var advice: Bilingual?
        var words: Words?
        var spot: Spot
    }

    var id: String
    var title: Bilingual
    var kind: String?
    var restates: String?
    var restatesSpot: Spot
    var source: Bilingual
    var confidence: Confidence
    /// Versions in the order written.
    var parameters: [String: [Parameter]]
    var usable: [UsableFact]?
    var findings: [ReasonCase]?
    var requirements: [RequirementEntry]
    var attributes: [Attribute]?
    var outcomes: [OutcomeLine]?
    var spot: Spot
}

extension DocumentPlace {
    func instrument() -> InstrumentDocument? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let kind = fields.optional("kind")?.text()
            let restates = fields.optional("restates")
            let source = fields.required("source")?.words()
            let confidence = fields.required("confidence")?.confidence()
            var parameters: [String: [Parameter]] = [:]
            for (name, keySpot, place) in fields.optional("parameters")?.members() ?? [] {
                let spot = Spot(document: document, range: keySpot.range, path: place.path)
                parameters[name] = place.parameterVersions(name, spot)
            }
            let usable = fields.optional("usable")?.list { $0.usableFact() }
            let findings = fields.optional("findings")?.list { $0.reasonCase(needsCondition: true) }
            let requirementsPlace = restates == nil ? fields.required("requirements") : fields.optional("requirements")
            let requirements = requirementsPlace?.list { $0.requirementEntry(mayRestate: restates != nil) } ?? []
            let attributes: [Attribute]? = fields.optional("attributes")?.members()?.compactMap { name, spot, place in
                place.attribute(name, spot)
            }
            let outcomesPlace = restates == nil ? fields.required("outcomes") : fields.optional("outcomes")
            let outcomes = outcomesPlace?.list { $0.outcomeLine() }
            let restated = restates?.text()
            guard let id, let text = id.identifier(), let title, let source, let confidence else { return nil }
            return InstrumentDocument(
                id: text, title: title, kind: kind, restates: restated, restatesSpot: restates?.spot ?? id.spot,
                source: source, confidence: confidence, parameters: parameters, usable: usable, findings: findings,
                requirements: requirements, attributes: attributes, outcomes: outcomes, spot: id.spot)
        }
    }

    /// One version, or a list of dated versions.
    private func parameterVersions(_ name: String, _ keySpot: Spot) -> [Parameter]? {
        if case .array = node.value { return list { $0.parameter(name, $0.spot) } }
        return parameter(name, keySpot).map { [$0] }
    }

    private func parameter(_ name: String, _ keySpot: Spot) -> Parameter? {
        fields { fields in
            guard let place = fields.nullable("value") else {
                fields.reportMissing("value")
                return nil
            }
            let value: CELValue?
            switch place.node.value {
            case .null: value = nil
            case .bool(let truth): value = .bool(truth)
            case .string(let text): value = .string(text)
            default:
                guard let number = place.integer(in: -1_000_000_000...1_000_000_000) else { return nil }
                value = .int(Int64(number))
            }
            let title = fields.optional("title")?.bilingual()
            let period = fields.period(needsStart: true)
            guard let citations = fields.citations() else { return nil }
            return Parameter(
                id: name, title: title, value: value, period: period, citations: citations, periodSpot: keySpot)
        }
    }

    /// A condition alone, or `{ when, role }`.
    private func attribute(_ name: String, _ keySpot: Spot) -> Attribute? {
        guard case .object = node.value else {
            return condition().map { Attribute(id: name, when: $0, role: nil, spot: keySpot) }
        }
        return fields { fields in
            let when = fields.required("when")?.condition()
            let rolePlace = fields.optional("role")
            let role = rolePlace?.word(AttributeRole.self, what: Self.role)
            guard let when, (rolePlace == nil) == (role == nil) else { return nil }
            return Attribute(id: name, when: when, role: role, spot: keySpot)
        }
    }

    private func usableFact() -> UsableFact? {
        fields { fields in
            let fact = fields.required("fact")
            let cases = fields.required("cases")?.list { $0.reasonCase(needsCondition: true) }
            guard let fact, let name = fact.text(), let cases else { return nil }
            return UsableFact(fact: name, cases: cases, spot: fact.spot)
        }
    }

    fileprivate func reasonCase(needsCondition: Bool = false) -> ReasonCase? {
        fields { fields in
            let when = needsCondition ? fields.required("when") : fields.optional("when")
            let condition = when?.condition()
            guard let reason = fields.required("reason"), let id = reason.text(), (when == nil) == (condition == nil)
            else {
                return nil
            }
            return ReasonCase(when: condition, reason: id, spot: reason.spot)
        }
    }

    private func requirementEntry(mayRestate: Bool) -> InstrumentDocument.RequirementEntry? {
        fields { fields in
            let id = fields.required("id")
            let isFull = !mayRestate || fields.has("holds")
            let period = fields.period(needsStart: isFull)
            let citations = fields.citations()
            let advice = fields.optional("advice")?.bilingual()
            var words: InstrumentDocument.RequirementEntry.Words?
            if isFull {
                let title = fields.required("title")?.bilingual()
                let holds = fields.required("holds")?.condition()
                let fails = fields.required("fails")?.failCases()
                let undetermined = fields.optional("undetermined")?.list { $0.reasonCase() } ?? []
                let presumes = fields.optional("presumes")?.list { $0.presumption() } ?? []
                if let title, let holds, let fails {
                    words = .init(
                        title: title, holds: holds, fails: fails, undetermined: undetermined, presumes: presumes)
                }
            }
            guard let id, let text = id.identifier(), let citations, !isFull || words != nil else { return nil }
            return .init(id: text, period: period, citations: citations, advice: advice, words: words, spot: id.spot)
        }
    }

    private func presumption() -> Presumption? {
        fields { fields in
            let title = fields.required("title")?.bilingual()
            guard let citations = fields.citations(), let title else { return nil }
            return Presumption(title: title, citations: citations)
        }
    }

    private func failCases() -> [FailCase]? {
        if case .array = node.value { return list { $0.failCase() } }
        return failCase().map { [$0] }
    }

    private func failCase() -> FailCase? {
        fields { fields in
            let when = fields.optional("when")
            let condition = when?.condition()
            let reason = fields.required("reason")
            let codePlace = fields.nullable("kpu_code")
            if codePlace == nil { fields.reportMissing("kpu_code") }
            let code = codePlace?.kpuCodeSource(mayBeSmallest: false)
            guard let reason, let id = reason.text(), let codePlace, let code, (when == nil) == (condition == nil)
            else {
                return nil
            }
            return FailCase(when: condition, reason: id, kpuCode: code, spot: reason.spot, codeSpot: codePlace.spot)
        }
    }

    /// A number, null, the name of a fact, or (in the outcome table) `'smallest'`.
    private func kpuCodeSource(mayBeSmallest: Bool) -> KPUCodeSource? {
        switch node.value {
        case .null: return KPUCodeSource.none
        case .string:
            guard let text = text() else { return nil }
            return mayBeSmallest && text == "smallest" ? .smallest : .fact(text)
        default: return integer(in: 1...Verdicts.codeLimit).map { .number(UInt8($0)) }
        }
    }

    private func outcomeLine() -> OutcomeLine? {
        fields { fields in
            let outcome = fields.required("outcome")
            let when = fields.optional("when")
            let condition = when?.condition()
            let codePlace = fields.nullable("kpu_code")
            if codePlace == nil { fields.reportMissing("kpu_code") }
            let code = codePlace?.kpuCodeSource(mayBeSmallest: true)
            let steps = fields.required("next_step")?.stepCases()
            let reasons = fields.optional("reason").map { $0.lineReasons() } ?? []
            guard let outcome, let id = outcome.text(), let code, let steps, let reasons,
                (when == nil) == (condition == nil)
            else { return nil }
            return OutcomeLine(
                outcome: id, when: condition, kpuCode: code, nextSteps: steps, reasons: reasons, spot: outcome.spot)
        }
    }

    private func stepCases() -> [StepCase]? {
        guard case .array = node.value else { return text().map { [StepCase(when: nil, step: $0, spot: spot)] } }
        return list { place in
            place.fields { fields in
                let when = fields.optional("when")
                let condition = when?.condition()
                guard let step = fields.required("step"), let id = step.text(), (when == nil) == (condition == nil)
                else {
                    return nil
                }
                return StepCase(when: condition, step: id, spot: step.spot)
            }
        }
    }

    private func lineReasons() -> [ReasonCase]? {
        guard case .array = node.value else { return text().map { [ReasonCase(when: nil, reason: $0, spot: spot)] } }
        return list { $0.reasonCase() }
    }
}
