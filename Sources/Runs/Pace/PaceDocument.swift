import Civil
import Documents
public import Planning

extension PaceReport {
    /// The report as one JSON document.
    public var document: [UInt8] {
        var members: [JSONText.Member] = [
            .init("schema", .integer(1)),
            .init("from", .text(span.from?.description)),
            .init("deadline", .text(span.deadline?.description)),
            .init("workingDays", .integer(span.workingDays)),
            .init("conventionalMonthDays", .integer(span.monthDays)),
            .init("yearsWithoutCalendar", .array(span.unknownYears().map(JSONText.integer))),
        ]
        members += Self.members(total, span)
        members.append(.init("months", .array(Self.months(total.pace, span))))
        if let others { members.append(.init("othersFlagged", .integer(others))) }
        if recordedBefore > 0 { members.append(.init("recordedBefore", .integer(recordedBefore))) }
        if !areas.isEmpty {
            members.append(.init("capacitySharedByNeed", .bool(isCapacityShared)))
            members.append(
                .init(
                    "areas",
                    .array(
                        areas.map { area in
                            .object(
                                [.init("region", .string(area.region ?? "")), .init("name", .string(area.name))]
                                    + Self.members(area, span))
                        })))
        }
        if !total.weekly.weeks.isEmpty {
            members.append(
                .init("weeks", .array(total.weekly.weeks.map { Self.week($0, total.pace.outstanding) })))
        }
        return JSONText.object(members).bytes
    }

    private static func members(_ line: PaceLine, _ span: PaceSpan) -> [JSONText.Member] {
        let pace = line.pace
        return [
            .init("outstanding", .integer(pace.outstanding)),
            .init("state", .string(pace.state.rawValue)),
            .init("perDay", hundredths(pace.perDayHundredths)),
            .init("perDayRounded", .number(pace.perDayRounded)),
            .init("perDayAtLeast", .number(pace.perDayAtLeast)),
            .init("perMonth", .number(pace.perMonth(of: span.monthDays))),
            .init("capacity", .number(pace.capacity)),
            .init("daysNeeded", .number(pace.daysNeeded)),
            .init("projectedFinish", .text(line.finish?.description)),
            .init("shortfall", .number(line.shortfall)),
            .init("forecast", line.forecast.map(forecast) ?? .null),
        ]
    }

    private static func forecast(_ forecast: PaceLine.Forecast) -> JSONText {
        func one(_ rate: Int, _ finish: CivilDate?, _ left: Int) -> JSONText {
            .object([
                .init("perDay", hundredths(rate)), .init("finish", .text(finish?.description)),
                .init("leftOnDeadline", .integer(left)),
            ])
        }
        return .object([
            .init("weeks", .integer(forecast.weeks)),
            .init("slow", one(forecast.slow, forecast.slowFinish, forecast.slowLeft)),
            .init("middle", one(forecast.middle, forecast.middleFinish, forecast.middleLeft)),
            .init("fast", one(forecast.fast, forecast.fastFinish, forecast.fastLeft)),
        ])
    }

    private static func months(_ pace: Pace, _ span: PaceSpan) -> [JSONText] {
        let months = span.months
        return zip(months, pace.needed(in: months)).map { month, needed in
            .object([
                .init("month", .string(text(month))), .init("workingDays", .integer(month.workingDays)),
                .init("needed", .integer(needed)),
            ])
        }
    }

    /// `2017-12`
    public static func text(_ month: MonthSpan) -> String {
        "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
    }

    private static func week(_ week: WeeklyPace.Week, _ outstanding: Int) -> JSONText {
        .object([
            .init("week", .string(week.monday.description)), .init("people", .integer(week.people)),
            .init("workingDays", .integer(week.workingDays)), .init("perDay", hundredths(week.perDayHundredths)),
            .init("outstandingBefore", .integer(outstanding + week.since)),
        ])
    }

    private static func hundredths(_ number: Int?) -> JSONText {
        guard let number else { return .null }
        let rest = number % 100
        return .decimal("\(number / 100).\(rest < 10 ? "0" : "")\(rest)")
    }
}
