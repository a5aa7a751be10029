import Civil
import Columns
import Diagnostics
import Rules
import Tabular

/// Opens the lists of a run: finds dialect, heading and columns of each, or says what is wrong with all of them.
enum ListOpening {
    /// - Parameter maps: what somebody said of their columns; asked for every list.
    static func open(
        _ inputs: [ListInput], _ ruleset: Ruleset, _ maps: inout ColumnMapChoice
    ) throws(Failure) -> [OpenList] {
        var lists: [OpenList] = []
        var findings: [Finding] = []
        var names: [String: Int] = [:]
        for (number, input) in inputs.enumerated() {
            let base = String(input.path.split(separator: "/").last ?? "")
            names[base, default: 0] += 1
            let name = names[base] == 1 ? base : "\(base)~\(names[base] ?? 1)"
            do throws(Failure) {
                let entry = try maps.entry(for: input)
                lists.append(try open(input, number: number, name: name, ruleset, entry))
            } catch {
                if error.kind != .input { throw error }
                findings += error.findings
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
        guard lists.contains(where: { $0.role.rows == .person }) else {
            throw Failure(
                .usage,
                Finding(
                    code: "no_population",
                    message: Bilingual(id: "tidak ada daftar penduduk", en: "there is no population list"),
                    remedy: Bilingual(id: "beri satu dengan --population BERKAS", en: "give one with --population FILE")
                ))
        }
        return lists
    }

    /// - Parameter entry: what a column map says of the list; nil = its columns are found by their headings.
    static func open(
        _ input: ListInput, number: Int, name: String, _ ruleset: Ruleset, _ entry: ColumnMap.Entry?
    ) throws(Failure) -> OpenList {
        guard let role = ruleset.schema.role(input.role) else {
            throw Failure(
                .usage,
                Finding(
                    code: "unknown_role",
                    message: Bilingual(
                        id: "jenis daftar \"\(input.role)\" tidak dikenal",
                        en: "there is no list role \"\(input.role)\"")))
        }
        let file: InputFile
        do {
            file = try InputFile(path: input.path)
        } catch {
            throw unreadable(error, input)
        }
        var head = [UInt8](repeating: 0, count: min(file.size, 4 << 20))
        do {
            _ = try file.read(at: 0, count: head.count, into: &head)
        } catch {
            throw unreadable(error, input)
        }
        let isWhole = head.count == file.size
        let opening: Opening
        if let entry {
            let layout = try ListLayout(
                head: head, isWhole: isWhole, file: input.path, schema: ruleset.schema, delimiter: entry.delimiter,
                heading: entry.heading)
            opening = Opening(layout, map: try ColumnMapResolution(entry, role: role, layout: layout).map)
        } else {
            opening = try Opening(
                head: head, isWhole: isWhole, file: input.path, role: role, schema: ruleset.schema)
        }
        let keyID = role.columns.first { $0.kind == .nik }?.id ?? ""
        var region = RegionCode.unknown
        if let given = input.region, case .code(let code) = RegionReading.read(Array(given.utf8).span) { region = code }
        let text = ListText(
            file: file, grammar: opening.dialect.grammar, width: opening.width, firstOffset: opening.firstRecordOffset,
            firstRow: opening.firstRecordRow, keyColumn: opening.map[keyID] ?? 0,
            emptyWord: opening.dialect.emptyWord.map { Array($0.utf8) },
            kinds: opening.kinds(totalWords: ruleset.schema.dialects.totalWords))
        return OpenList(
            number: number, role: role, path: input.path, name: name, text: text, map: opening.map, opening: opening,
            defaultRegion: region, blocks: BlockSequence(text, pieceSize: RunContext.pieceSize))
    }

    private static func unreadable(_ error: FileError, _ input: ListInput) -> Failure {
        Failure(
            .input,
            Finding(
                code: "unreadable",
                message: Bilingual(
                    id: "daftar tidak dapat dibaca: \(error.reason.indonesian)",
                    en: "the list cannot be read: \(error.reason.english)"),
                remedy: remedy(error.cause),
                location: SourceLocation(file: input.path)))
    }

    private static func remedy(_ cause: FileError.Cause) -> Bilingual? {
        switch cause {
        case .missing, .notDirectory: Bilingual(id: "periksa nama dan foldernya", en: "check its name and folder")
        case .denied: Bilingual(id: "minta izin membacanya", en: "ask for permission to read it")
        case .isDirectory: Bilingual(id: "sebutkan berkas di dalamnya", en: "name the files in it")
        case .notRegular: Bilingual(id: "simpan dahulu sebagai berkas", en: "save it as a file first")
        case .exists, .full, .readOnly, .tooManyOpen, .busy, .other: nil
        }
    }
}
