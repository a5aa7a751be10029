import Civil
import Diagnostics
import Documents

extension DocumentPlace {
    /// `calendars/YEAR.json5`
    func workCalendar() -> WorkCalendar? {
        fields { fields in
            let yearPlace = fields.required("year")
            let confidence = fields.required("confidence")?.confidence()
            let days = fields.required("days")?.list { $0.calendarDay() }
            guard let yearPlace, let year = yearPlace.integer(in: 1900...9999), let confidence, let days else {
                return nil
            }
            log.reportRepeats(days.map { ($0.day.date.description, $0.spot) })
            for (day, spot) in days where day.date.year != year {
                log.add(
                    "wrong_year", at: spot,
                    Bilingual(id: "\(day.date) bukan hari dalam \(year)", en: "\(day.date) is no day of \(year)"))
            }
            return WorkCalendar(
                year: year, confidence: confidence, days: days.map(\.day).sorted { $0.date < $1.date },
                spot: yearPlace.spot)
        }
    }

    private func calendarDay() -> (day: WorkCalendar.Day, spot: Spot)? {
        fields { fields in
            let datePlace = fields.required("date")
            let title = fields.required("title")?.bilingual()
            let kind = fields.required("kind")?
                .word(WorkCalendar.Kind.self, what: Bilingual(id: "jenis hari libur", en: "kind of day off"))
            let confidence = fields.required("confidence")?.confidence()
            let source = fields.required("source")?.text()
            guard let datePlace, let date = datePlace.day(), let title, let kind, let confidence, let source else {
                return nil
            }
            return (.init(date: date, title: title, kind: kind, confidence: confidence, source: source), datePlace.spot)
        }
    }
}
