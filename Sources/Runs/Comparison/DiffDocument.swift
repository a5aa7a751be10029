import Documents

extension DiffReport {
    /// `summary.json` of the comparison.
    public var document: [UInt8] {
        JSONText.object([
            .init("schema", .integer(1)),
            .init(
                "runs",
                .object([
                    .init("before", run(digests.before, asOf.before)), .init("after", run(digests.after, asOf.after)),
                ])),
            .init(
                "duplicates",
                .object([.init("keys", Self.json(duplicates.keys)), .init("rows", Self.json(duplicates.rows))])),
            .init("withoutNIK", Self.json(withoutNIK)),
            .init("totals", .object(totals.map { .init($0.id, Self.json($0.count)) })),
            .init("same", .integer(same)),
            .init("changes", Self.json(changes)),
            .init("outcomes", .object(outcomes.map { .init($0.id, Self.json($0.count)) })),
            .init(
                "transitions",
                .array(
                    transitions.map {
                        .object([
                            .init("from", .text($0.from)), .init("to", .text($0.to)),
                            .init("persons", .integer($0.persons)),
                        ])
                    })),
            .init("falls", .array(falls.map(Self.json))),
            .init(
                "areas",
                .array(
                    areas.map { area in
                        .object([
                            .init("region", .string(area.region)), .init("name", .string(area.name)),
                            .init("totals", .object(area.totals.map { .init($0.id, Self.json($0.count)) })),
                            .init("changes", Self.json(area.changes)),
                        ])
                    })),
        ]).bytes
    }

    private func run(_ digest: String?, _ asOf: String) -> JSONText {
        .object([.init("digest", .text(digest)), .init("asOf", .string(asOf))])
    }

    private static func json(_ pair: Pair) -> JSONText {
        .object([
            .init("before", .integer(pair.before)), .init("after", .integer(pair.after)),
            .init("change", .integer(pair.change)),
        ])
    }

    private static func json(_ changes: [DiffChange: Int]) -> JSONText {
        .object(DiffChange.allCases.map { .init($0.rawValue, .integer(changes[$0] ?? 0)) })
    }

    private static func json(_ fall: Fall) -> JSONText {
        .object([
            .init("region", .text(fall.region)), .init("total", .string(fall.total)),
            .init("before", .integer(fall.count.before)), .init("after", .integer(fall.count.after)),
            .init("gained", .integer(fall.gained)),
            .init(
                "losses",
                .array(
                    fall.losses.map { loss in
                        .object([
                            .init("to", .text(loss.to)), .init("elsewhere", .bool(loss.isElsewhere)),
                            .init("why", .string(loss.why)), .init("persons", .integer(loss.persons)),
                        ])
                    })),
        ])
    }
}
