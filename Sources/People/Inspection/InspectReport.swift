public import Diagnostics
import Documents
import RoleLists

/// What `inspect` found out about all the files given.
public struct InspectReport: Sendable {
    /// Under which rules headings, codes and days were read.
    public var election: String
    public var profile: String
    public var lists: [Inspection]
    /// Why files could not be read at all.
    public var failures: [Finding]

    public init(election: String, profile: String, lists: [Inspection], failures: [Finding]) {
        self.election = election
        self.profile = profile
        self.lists = lists
        self.failures = failures
    }

    /// The report as one JSON document.
    public var document: [UInt8] {
        JSONText.object([
            .init("schema", .integer(1)),
            .init("election", .string(election)),
            .init("profile", .string(profile)),
            .init("lists", .array(lists.map(\.json))),
            .init("failures", .array(failures.map(Inspection.json))),
        ]).bytes
    }
}

extension Inspection {
    var json: JSONText {
        .object([
            .init("path", .string(path)),
            .init("list", .string(list)),
            .init("sheet", .text(sheet)),
            .init("bytes", .integer(bytes)),
            .init(
                "format",
                .object([
                    .init("encoding", .string(encoding)),
                    .init("delimiter", delimiter.isEmpty ? .null : .string(delimiter)),
                    .init("quoting", .bool(quoting)),
                    .init("lineEnd", lineEnd.isEmpty ? .null : .string(lineEnd)),
                    .init("separatorLine", .bool(hasSeparatorLine)),
                    .init("headingRow", .number(headingRow)),
                    .init("headingRows", .integer(headingRows)),
                    .init("width", .integer(width)),
                ])),
            .init("role", .text(role?.id)),
            .init("option", .text(role.map { "--\($0.option)" })),
            .init("certainty", .string(certainty.rawValue)),
            .init(
                "candidates",
                .array(
                    roles.map { .object([.init("role", .string($0.id)), .init("score", .integer($0.score))]) })),
            .init("rows", rowsJSON),
            .init("leftOut", .counts(leftOut)),
            .init("problems", .array(problems.map(Self.json))),
            .init("columns", .array(columns.map(Self.json))),
            .init("nik", niks.map { nikJSON($0) } ?? .null),
            .init(
                "regions",
                .array(
                    regions.map {
                        .object([
                            .init("code", .string($0.code)), .init("name", .string($0.name)),
                            .init("rows", .integer($0.rows)),
                        ])
                    })),
            .init("warnings", .array(warnings.map(Self.json))),
            .init("refusals", .array(refusals.map(Self.json))),
        ])
    }

    private var rowsJSON: JSONText {
        var members: [JSONText.Member] = [.init("read", .integer(rows.read))]
        if roles.first?.isPopulation ?? true {
            members.append(.init("decided", .integer(rows.used)))
        } else {
            members.append(.init("used", .integer(rows.used)))
            members.append(.init("leftOut", .integer(rows.leftOut)))
        }
        members.append(.init("rejected", .integer(rows.rejected)))
        members.append(.init("skipped", .integer(rows.skipped)))
        return .object(members)
    }

    private func nikJSON(_ niks: NIKs) -> JSONText {
        .object([
            .init("column", .string(columns.indices.contains(niks.column) ? columns[niks.column].letters : "")),
            .init("usable", .integer(niks.usable)),
            .init("findings", .object(niks.findings.map { .init($0.word, .integer($0.count)) })),
            .init("repeated", .integer(niks.repeated)),
            .init("rowsOfRepeated", .integer(niks.rowsOfRepeated)),
            .init("endingInZero", .integer(niks.endingInZero)),
        ])
    }

    private static func json(_ problem: Problem) -> JSONText {
        .object([
            .init("code", .string(problem.id)), .init("skipped", .bool(problem.isSkipped)),
            .init("count", .integer(problem.count)), .init("firstRows", .array(problem.rows.map(JSONText.integer))),
        ])
    }

    private static func json(_ column: Column) -> JSONText {
        var members: [JSONText.Member] = [
            .init("letters", .string(column.letters)),
            .init("number", .integer(column.cell + 1)),
            .init("heading", .string(column.heading)),
            .init("column", .text(column.column)),
            .init("basis", .text(column.basis?.rawValue)),
            .init("confidence", .text(column.confidence?.rawValue)),
            .init("filled", .integer(column.filled)),
            .init("fitting", .number(column.fitting)),
            .init("shapes", json(column.shapes)),
        ]
        if !column.dateForms.isEmpty { members.append(.init("dateForms", json(column.dateForms))) }
        if !column.codes.isEmpty { members.append(.init("codes", json(column.codes))) }
        if column.unfit > 0 {
            members.append(.init("unfit", .integer(column.unfit)))
            members.append(.init("unfitShapes", json(column.unfitShapes)))
            if !column.unmapped.isEmpty { members.append(.init("unmapped", json(column.unmapped))) }
        }
        return .object(members)
    }

    private static func json(_ shapes: [Shape]) -> JSONText {
        .array(shapes.map { .object([.init("shape", .string($0.shape)), .init("count", .integer($0.count))]) })
    }

    private static func json(_ words: [CodeWord]) -> JSONText {
        .array(
            words.map {
                .object([
                    .init("word", .string($0.word)), .init("code", .text($0.code)), .init("count", .integer($0.count)),
                ])
            })
    }

    static func json(_ finding: Finding) -> JSONText {
        func both(_ text: Bilingual) -> JSONText {
            .object([.init("id", .string(text.indonesian)), .init("en", .string(text.english))])
        }
        return .object([
            .init("code", .string(finding.code)),
            .init("file", .text(finding.location?.file)),
            .init("row", .number(finding.location?.row)),
            .init("message", both(finding.message)),
            .init("remedy", finding.remedy.map(both) ?? .null),
        ])
    }
}
