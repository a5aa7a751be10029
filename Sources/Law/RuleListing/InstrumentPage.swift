import CEL
import Civil
import Diagnostics
import Rules

extension Page {
    mutating func show(_ instrument: Instrument, terms: Terms) {
        title(instrument.id, instrument.title)
        line("\(instrument.source.text(in: language)) [\(instrument.confidence.title.text(in: language))]")
        if let base = instrument.restates {
            line(Bilingual(id: "Menyatakan ulang: \(base)", en: "Restates: \(base)"))
        }
        heading(Bilingual(id: "Parameter", en: "Parameters"))
        for parameter in instrument.parameters.joined() { show(parameter) }
        heading(Bilingual(id: "Syarat", en: "Requirements"))
        for requirement in instrument.requirements.joined() { show(requirement, terms) }
        heading(Bilingual(id: "Nilai yang tidak dapat dipakai", en: "Values that cannot be used"))
        for fact in instrument.usable {
            line(fact.fact, indent: 2)
            for entry in fact.cases { show(entry, terms) }
        }
        heading(Bilingual(id: "Temuan, apa pun hasilnya", en: "Findings, whatever the outcome"))
        for entry in instrument.findings { show(entry, terms) }
        heading(
            Bilingual(
                id: "Hasil: baris pertama yang benar menentukan", en: "Outcomes: the first line that is true decides"))
        for (number, outcome) in instrument.outcomes.enumerated() { show(outcome, number + 1, terms) }
        if !instrument.attributes.isEmpty { heading(Bilingual(id: "Tanda", en: "Attributes")) }
        for attribute in instrument.attributes {
            line(terms.name(ofReason: attribute.id, in: language), indent: 2)
            line(attribute.when.words, indent: 4)
        }
    }

    private mutating func show(_ parameter: Parameter) {
        var value = parameter.value?.shown ?? Bilingual(id: "tidak diisi", en: "not set").text(in: language)
        if let words = parameter.valueWords { value += " (\(words.text(in: language)))" }
        let title = parameter.title.map { ": \($0.text(in: language))" } ?? ""
        line("\(parameter.id) = \(value)\(title) (\(words(parameter.period)))", indent: 2)
        cite(parameter.citations)
    }

    private mutating func show(_ requirement: Requirement, _ terms: Terms) {
        var heading = "\(requirement.id): \(requirement.title.text(in: language)) (\(words(requirement.period))"
        if let base = requirement.restatedFrom {
            heading += Bilingual(id: ", bunyi dari \(base)", en: ", words of \(base)").text(in: language)
        }
        line(heading + ")", indent: 2)
        line(Bilingual(id: "terpenuhi: ", en: "holds: ").text(in: language) + requirement.holds.words, indent: 4)
        for entry in requirement.fails {
            let words = Bilingual(id: "gagal: ", en: "fails: ").text(in: language)
            line(words + described(entry.reason, entry.when, terms) + described(entry.kpuCode), indent: 4)
        }
        for entry in requirement.undetermined {
            let words = Bilingual(id: "tidak dapat ditentukan: ", en: "undetermined: ").text(in: language)
            line(words + described(entry.reason, entry.when, terms), indent: 4)
        }
        for entry in requirement.presumes {
            let words = Bilingual(id: "dianggap: ", en: "presumes: ").text(in: language)
            line(words + entry.title.text(in: language), indent: 4)
            cite(entry.citations)
        }
        cite(requirement.citations)
        if let advice = requirement.advice {
            line(Bilingual(id: "anjuran: ", en: "advice: ").text(in: language) + advice.text(in: language), indent: 4)
        }
    }

    private mutating func show(_ entry: ReasonCase, _ terms: Terms) {
        line(described(entry.reason, entry.when, terms), indent: 4)
    }

    private mutating func show(_ outcome: OutcomeLine, _ number: Int, _ terms: Terms) {
        let title = terms.outcomes.first { $0.id == outcome.outcome }?.title.text(in: language) ?? ""
        line("\(number). \(outcome.outcome): \(title)\(described(outcome.kpuCode))", indent: 2)
        let otherwise = Bilingual(id: "selain itu", en: "otherwise").text(in: language)
        line(Bilingual(id: "bila: ", en: "when: ").text(in: language) + (outcome.when?.words ?? otherwise), indent: 4)
        for step in outcome.nextSteps {
            let title = terms.nextSteps.first { $0.id == step.step }?.title.text(in: language) ?? ""
            let condition = step.when.map { " ⇐ \($0.words)" } ?? ""
            line(
                Bilingual(id: "langkah: ", en: "next step: ").text(in: language)
                    + "\(step.step) (\(title))\(condition)", indent: 4)
        }
        for reason in outcome.reasons {
            line(
                Bilingual(id: "alasan: ", en: "reason: ").text(in: language)
                    + described(reason.reason, reason.when, terms), indent: 4)
        }
    }

    private func described(_ reason: String, _ when: Condition?, _ terms: Terms) -> String {
        terms.name(ofReason: reason, in: language) + (when.map { " ⇐ \($0.words)" } ?? "")
    }

    private func described(_ code: KPUCodeSource) -> String {
        let words: Bilingual? =
            switch code {
            case .none: nil
            case .number(let number): Bilingual(id: "kode KPU \(number)", en: "KPU code \(number)")
            case .fact(let name): Bilingual(id: "kode KPU dari \(name)", en: "KPU code from \(name)")
            case .smallest: Bilingual(id: "kode KPU terkecil", en: "smallest KPU code")
            }
        return words.map { " [\($0.text(in: language))]" } ?? ""
    }
}

extension Condition {
    /// The source on one line.
    var words: String { source.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Terms {
    func name(ofReason id: String, in language: Language) -> String {
        let title = reasons.first { $0.id == id }?.title.text(in: language) ?? ""
        return "\(id) (\(title))"
    }
}
