import Diagnostics
import Documents

extension DocumentPlace {
    /// `elections/ID.json5`
    func election() -> Election? {
        fields { fields in
            var spots: [String: Spot] = [:]
            func placed(_ name: String) -> DocumentPlace? {
                let place = fields.required(name)
                spots[name] = place?.spot
                return place
            }
            let id = placed("id")?.identifier()
            let title = fields.required("title")?.bilingual()
            let votingDay = placed("voting_day")?.day()
            let instrument = placed("instrument")?.text()
            let profile = placed("profile")?.text()
            let statuses = placed("statuses")?.text()
            let regionsPlace = fields.optional("regions")
            spots["regions"] = regionsPlace?.spot
            let regions = regionsPlace.map { $0.oneOrMore() } ?? []
            let calendarsPlace = fields.optional("calendars")
            spots["calendars"] = calendarsPlace?.spot
            let calendars = calendarsPlace?.list { $0.integer(in: 1900...9999) } ?? []
            let stages = fields.optional("stages")?.list { $0.stage() } ?? []
            log.reportRepeats(stages.map { ($0.stage.id, $0.spot) })
            let deadline = fields.optional("recording_deadline")?.recordingDeadline()
            let notes = fields.optional("notes")?.list { $0.bilingual() } ?? []
            guard let id, let title, let votingDay, let instrument, let profile, let statuses else { return nil }
            return Election(
                id: id, title: title, votingDay: votingDay, instrument: instrument, profile: profile,
                statuses: statuses,
                regions: regions, calendars: calendars, stages: stages.map(\.stage), recordingDeadline: deadline,
                notes: notes, spots: spots)
        }
    }

    private func oneOrMore() -> [String] {
        if case .array = node.value { return texts() ?? [] }
        return text().map { [$0] } ?? []
    }

    private func stage() -> (stage: Stage, spot: Spot)? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let period = fields.period()
            let citations = fields.citations()
            let confidence = fields.required("confidence")?.confidence()
            guard let id, let text = id.identifier(), let title, let citations, let confidence else { return nil }
            let stage = Stage(id: text, title: title, period: period, citations: citations, confidence: confidence)
            return (stage, id.spot)
        }
    }

    private func recordingDeadline() -> RecordingDeadline? {
        fields { fields in
            let date = fields.required("date")?.day()
            let kind = fields.required("kind")?
                .word(RecordingDeadline.Kind.self, what: Bilingual(id: "jenis tenggat", en: "kind of deadline"))
            let title = fields.required("title")?.bilingual()
            let source = fields.required("source")?.text()
            let confidence = fields.required("confidence")?.confidence()
            let note = fields.optional("note")?.bilingual()
            guard let date, let kind, let title, let source, let confidence else { return nil }
            return RecordingDeadline(
                date: date, kind: kind, title: title, source: source, confidence: confidence, note: note)
        }
    }
}
