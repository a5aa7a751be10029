import Civil
import Columns
import Files
import FoundationEssentials
import Rules
import Schema
import Tabular

/// The workload's lists written once more, one file a role, as any database reads them: comma, heading, ISO dates,
/// one region column. What differs between the lists of the sample is gone, so that every contestant reads the same.
struct PlainLists {
    let folder: String
    /// Role, its file, its columns in order; a role that no list was given for has a file of a heading alone.
    private(set) var files: [(role: ListSchema.Role, path: String, columns: [ListSchema.Column], isGiven: Bool)] = []

    init(_ workload: Workload) throws {
        folder = "\(workload.options.work)/plain"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lists = try workload.lists()
        for role in workload.ruleset.schema.roles {
            let ofRole = lists.filter { $0.role.id == role.id }
            let columns = role.columns.filter { $0.kind != .regionPart }
            let path = "\(folder)/\(role.id).csv"
            try Self.write(ofRole, columns, to: path)
            files.append((role, path, columns, !ofRole.isEmpty))
        }
        try writeCodes()
    }

    private static func write(_ lists: [ReadList], _ columns: [ListSchema.Column], to path: String) throws {
        let file = try OutputFile(creating: path, digest: false)
        var line: [UInt8] = []
        for (place, column) in columns.enumerated() {
            if place > 0 { CSVRow.separate(&line) }
            CSVRow.append(Array((column.headings.first ?? column.id).utf8).span, from: 0, to: .max, into: &line)
        }
        CSVRow.end(&line)
        try file.append(line)
        for list in lists {
            try list.forEachBlock { block in
                line.removeAll(keepingCapacity: true)
                for row in 0..<block.rows {
                    for (place, column) in columns.enumerated() {
                        if place > 0 { CSVRow.separate(&line) }
                        let text = cell(block, row, column, list)
                        CSVRow.append(text.span, from: 0, to: text.count, into: &line)
                    }
                    CSVRow.end(&line)
                }
                try file.append(line)
            }
        }
        _ = try file.finish()
    }

    private static func cell(_ block: Block, _ row: Int, _ column: ListSchema.Column, _ list: ReadList) -> [UInt8] {
        if column.kind == .region, list.map[column.id] == nil { return region(block, row, list) }
        guard let place = list.map[column.id] else { return [] }
        let text = block.cellText(row, place, of: list.text)
        switch column.kind {
        case .date: if case .date(let day) = DateReading.read(text.span) { return Array(day.description.utf8) }
        case .region:
            if case .code(let code) = RegionReading.read(text.span) { return Array(code.description.utf8) }
        case .nik, .nkk, .text, .code, .integer, .regionPart: break
        }
        return text
    }

    /// The region joined from its parts.
    private static func region(_ block: Block, _ row: Int, _ list: ReadList) -> [UInt8] {
        let parts = list.role.columns.filter { $0.kind == .regionPart }.map { column -> Int32? in
            list.map[column.id].flatMap { WholeNumber.read(block.cellText(row, $0, of: list.text).span) }
        }
        guard parts.count == 4 else { return [] }
        let code = RegionCode.joining(province: parts[0], regency: parts[1], district: parts[2], village: parts[3])
        return Array(code.description.utf8)
    }

    /// The code tables of all roles: `role,column,word,code`.
    private func writeCodes() throws {
        let file = try OutputFile(creating: "\(folder)/codes.csv", digest: false)
        try file.append("role,column,word,code\n")
        for (role, _, columns, _) in files {
            for column in columns where column.kind == .code {
                for code in column.codes {
                    for word in code.words {
                        var line: [UInt8] = []
                        for (place, text) in [role.id, column.id, word, code.code].enumerated() {
                            if place > 0 { CSVRow.separate(&line) }
                            CSVRow.append(Array(text.utf8).span, from: 0, to: .max, into: &line)
                        }
                        CSVRow.end(&line)
                        try file.append(line)
                    }
                }
            }
        }
        _ = try file.finish()
    }
}
