import Civil
import Diagnostics
import ReportData
import Rules
import RunFolder

/// Turns cells of a run into cells of a form: identity numbers cleaned, coded cells by their code, dates as the form has
/// them. What cannot be read stands as the list has it.
struct FormCells {
    let masking: Masking
    private let dateDivider: String
    private let ruleset: Ruleset
    private let language: Language
    private let names: [String: String]
    private let codes: [PersonColumn: CodeWords]
    private let codeTitles: [String: Bilingual]
    /// Codes that copies for posting do not say.
    private let privateCodes: Set<String>
    /// Codes beside which forms say what is unsettled.
    private let askingCodes: Set<String>
    /// What is unsettled, by id of the reason.
    private let asks: [String: Bilingual]
    private let stepTitles: [String: Bilingual]
    /// Next steps that ask for nothing.
    private let idleSteps: Set<String>

    init(_ source: ReportSource, dateDivider: String, masking: Masking) {
        self.masking = masking
        self.dateDivider = dateDivider
        ruleset = source.ruleset
        language = source.language
        names = source.names
        codes = [
            .maritalStatus: CodeWords("marital_status", of: source.ruleset),
            .sex: CodeWords("sex", of: source.ruleset), .disability: CodeWords("disability", of: source.ruleset),
        ]
        codeTitles = Dictionary(source.ruleset.kpuCodes.map { (String($0.code), $0.title) }) { first, _ in first }
        privateCodes = Set(source.ruleset.kpuCodes.filter(\.isPrivate).map { String($0.code) })
        askingCodes = Set(source.ruleset.kpuCodes.filter(\.asks).map { String($0.code) })
        asks = Dictionary(source.ruleset.reasons.compactMap { term in term.ask.map { (term.id, $0) } }) { first, _ in
            first
        }
        idleSteps = source.ruleset.nextSteps(.nothing)
        stepTitles = Dictionary(source.ruleset.nextSteps.map { ($0.id, $0.title) }) { first, _ in first }
    }

    func text(_ content: FormColumn.Content, _ people: PersonRows, _ row: Int) -> String {
        switch content {
        case .nkk: masking.mask(Array(people.bytes(row, .nkk)))
        case .nik: masking.mask(Array(people.bytes(row, .nik)))
        case .name: people.text(row, .name)
        case .birthPlace: people.text(row, .birthPlace)
        case .birthDate: birthDate(people.text(row, .birthDate))
        case .age: age(people.text(row, .birthDate))
        case .maritalStatus: coded(people, row, .maritalStatus)
        case .sex: coded(people, row, .sex)
        case .address: people.text(row, .address)
        case .rt: people.text(row, .rt)
        case .rw: people.text(row, .rw)
        case .disability: disability(people, row)
        case .tps: people.text(row, .tps)
        case .remark: remark(people, row)
        case .village: village(people.text(row, .region))
        case .asked: asked(people, row)
        case .status: people.text(row, .status)
        case .number, .answer, .letterNumber, .answeredOn: ""
        }
    }

    private func coded(_ people: PersonRows, _ row: Int, _ column: PersonColumn) -> String {
        let text = people.text(row, column)
        return codes[column]?.code(text) ?? text
    }

    /// The code of somebody's sex; empty where none can be read.
    func sex(_ people: PersonRows, _ row: Int) -> String { codes[.sex]?.code(people.text(row, .sex)) ?? "" }

    /// The digit of the table; nothing where the list says there is none.
    private func disability(_ people: PersonRows, _ row: Int) -> String {
        let code = coded(people, row, .disability)
        let isKnown = codes[.disability]?.code(people.text(row, .disability)) != nil
        return isKnown && Int(code) == nil ? "" : code
    }

    private func birthDate(_ text: String) -> String {
        guard let date = CivilDate(iso: text) else { return masking == .kpu2020 && !text.isEmpty ? "**" : text }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        // A copy that hides the birth date in the NIK must not show it beside.
        let day = masking == .kpu2020 ? "**" : two(date.day)
        let month = masking == .kpu2020 ? "**" : two(date.month)
        return [day, month, String(date.year)].joined(separator: dateDivider)
    }

    private func age(_ text: String) -> String {
        guard let date = CivilDate(iso: text), date <= ruleset.votingDay else { return "" }
        return String(date.age(on: ruleset.votingDay, leapDay: ruleset.leapDay))
    }

    private func village(_ region: String) -> String {
        region.utf8.count == 10 ? names[region] ?? region : region
    }

    /// Begins with the code: what reads the forms looks there.
    private func remark(_ people: PersonRows, _ row: Int) -> String {
        let code = people.text(row, .code)
        if masking != .none, privateCodes.contains(code) {
            return Bilingual(id: "Tidak memenuhi syarat", en: "Not eligible").text(in: language)
        }
        let title = codeTitles[code]?.text(in: language) ?? ""
        let step = people.text(row, .nextStep)
        guard masking == .none, !idleSteps.contains(step), let next = stepTitles[step] else {
            return "\(code) \(title)"
        }
        let unsettled = unsettled(people, row)
        return "\(code) \(title). \(unsettled.isEmpty ? next.text(in: language) : unsettled)"
    }

    private func asked(_ people: PersonRows, _ row: Int) -> String {
        let step = stepTitles[people.text(row, .nextStep)]?.text(in: language) ?? ""
        let unsettled = unsettled(people, row)
        return unsettled.isEmpty ? step : "\(step). \(unsettled)"
    }

    /// What an officer must find out before somebody's code can be another; empty where the code says it all.
    private func unsettled(_ people: PersonRows, _ row: Int) -> String {
        guard askingCodes.contains(people.text(row, .code)) else { return "" }
        let texts = people.text(row, .reasons).split(separator: ";").compactMap {
            asks[String($0)]?.text(in: language)
        }
        let text = texts.joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
