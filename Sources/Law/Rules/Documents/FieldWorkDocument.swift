import Diagnostics
import Documents

extension DocumentPlace {
    /// `outreach.json5`
    func fieldWork() -> FieldWork? {
        fields { fields in
            let device = fields.required("device")?.device()
            let joined = fields.optional("joined")?.figure("up_to", in: 1...100_000)
            let month = fields.required("conventional_month")?.figure("days", in: 1...31)
            let elderly = fields.required("elderly")?.figure("from_age", in: 1...150)
            let schools = fields.required("schools")?.list { $0.school() }
            let steps = fields.required("steps")?.steps()
            let bring = fields.required("bring")?.list { $0.bring() }
            guard let device, let month, let elderly, let schools, let steps, let bring else { return nil }
            return FieldWork(
                perDevice: device.figure, perDeviceRange: device.range, joined: joined, conventionalMonth: month,
                elderlyAge: elderly, schools: schools, visitSteps: steps.visit, handOutSteps: steps.handOut,
                bring: bring, spot: spot)
        }
    }

    private func device() -> (figure: FieldWork.Figure, range: ClosedRange<Int>)? {
        fields { fields in
            let bounds = 1...100_000
            let value = fields.required("people_a_day")?.integer(in: bounds)
            let least = fields.required("least")?.integer(in: bounds)
            let most = fields.required("most")?.integer(in: bounds)
            let source = fields.required("source")?.words()
            let confidence = fields.required("confidence")?.confidence()
            guard let value, let least, let most, let source, let confidence else { return nil }
            guard least <= most else {
                report("wrong_range", Bilingual(id: "'least' melebihi 'most'", en: "'least' is above 'most'"))
                return nil
            }
            return (FieldWork.Figure(value: value, source: source, confidence: confidence), least...most)
        }
    }

    private func figure(_ name: String, in range: ClosedRange<Int>) -> FieldWork.Figure? {
        fields { fields in
            let value = fields.required(name)?.integer(in: range)
            let source = fields.required("source")?.words()
            let confidence = fields.required("confidence")?.confidence()
            guard let value, let source, let confidence else { return nil }
            return FieldWork.Figure(value: value, source: source, confidence: confidence)
        }
    }

    private func school() -> FieldWork.School? {
        fields { fields in
            let title = fields.required("title")?.bilingual()
            let until = fields.optional("until_age")
            let age = until?.integer(in: 0...150)
            guard let title, until == nil || age != nil else { return nil }
            return FieldWork.School(title: title, untilAge: age)
        }
    }

    private func steps() -> (visit: [String], handOut: [String])? {
        fields { fields in
            let visit = fields.required("visit")?.texts()
            let handOut = fields.required("hand_out")?.texts()
            guard let visit, let handOut else { return nil }
            return (visit, handOut)
        }
    }

    private func bring() -> FieldWork.Bring? {
        fields { fields in
            let steps = fields.required("steps")?.texts()
            let title = fields.required("title")?.bilingual()
            let confidence = fields.required("confidence")?.confidence()
            guard let steps, let title, let confidence else { return nil }
            return FieldWork.Bring(steps: steps, title: title, confidence: confidence, spot: spot)
        }
    }
}
