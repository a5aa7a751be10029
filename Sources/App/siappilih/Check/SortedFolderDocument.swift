import Diagnostics
import Documents
import RoleLists

/// The same as one JSON document.
enum SortedFolderDocument {
    static func bytes(_ sorted: SortedFolder, given: [ListInput], roles: [ListRole]) -> [UInt8] {
        let named = given.map { list in
            JSONText.object([
                .init("role", .string(list.role)), .init("option", .text(option(list.role, roles))),
                .init("path", .string(list.path)), .init("certainty", .string("named")),
            ])
        }
        let placed = sorted.placed.map { file in
            JSONText.object([
                .init("role", .string(file.role.id)), .init("option", .string("--\(file.role.option)")),
                .init("path", .string(file.path)), .init("certainty", .string(file.isSure ? "sure" : "likely")),
                .init("lists", .integer(file.lists)),
            ])
        }
        return JSONText.object([
            .init("schema", .integer(1)),
            .init("folder", .string(sorted.folder)),
            .init("lists", .array(named + placed)),
            .init("unplaced", .array(sorted.unplaced.map(finding))),
            .init("passedOver", .array(sorted.passed.map(finding))),
        ]).bytes
    }

    private static func option(_ id: String, _ roles: [ListRole]) -> String? {
        roles.first { $0.id == id }.map { "--\($0.option)" }
    }

    private static func finding(_ finding: Finding) -> JSONText {
        .object([
            .init("code", .string(finding.code)),
            .init("file", .text(finding.location?.file)),
            .init("message", both(finding.message)),
            .init("remedy", finding.remedy.map(both) ?? .null),
        ])
    }

    private static func both(_ text: Bilingual) -> JSONText {
        .object([.init("id", .string(text.indonesian)), .init("en", .string(text.english))])
    }
}
