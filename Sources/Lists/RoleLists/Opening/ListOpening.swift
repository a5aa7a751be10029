import Civil
public import Diagnostics
public import Schema
public import Tabular

/// Opens the lists of a run: finds dialect, heading and columns of each, or says what is wrong with all of them.
public enum ListOpening {
    /// - Parameters:
    ///   - maps: what somebody said of their columns; asked for every list.
    ///   - accepted: ids or options of roles whose lists are taken as given, whatever they tell of.
    ///   - mayRepeat: whether two files may hold the same bytes.
    ///   - spools: the folder in which files without a name may lie.
    ///   - textMemory: bytes of shared texts of workbooks that stay in memory.
    /// - Returns: the lists in the order given, and what there is to say about the files they came from.
    public static func open(
        _ inputs: [ListInput], _ schema: ListSchema, _ maps: inout ColumnMapChoice, accepting accepted: [String] = [],
        mayRepeat: Bool = false, spools: String, textMemory: Int = ListFile.usualTextMemory
    ) throws(Failure) -> (lists: [OpenList], notes: [Finding]) {
        if !mayRepeat { try SameBytes.refuse(inputs, schema) }
        var opened = Opened(accepted: Set(accepted))
        var findings: [Finding] = []
        var names: [String: Int] = [:]
        let files = ListFiles.read(inputs.map(\.path), spools: spools, schema, textMemory: textMemory)
        for (input, file) in zip(inputs, files) {
            let base = String(input.path.split(separator: "/").last ?? "")
            names[base, default: 0] += 1
            let name = names[base] == 1 ? base : "\(base)~\(names[base] ?? 1)"
            do throws(Failure) {
                try open(input, file, name: name, schema, &maps, spools: spools, into: &opened)
            } catch {
                if error.kind != .input { throw error }
                findings += error.findings
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
        guard opened.lists.contains(where: { $0.role.rows == .person }) else {
            // Options without one are refused when they are read.
            throw Failure(.internal, [])
        }
        return (opened.lists, opened.notes)
    }

    private struct Opened {
        var lists: [OpenList] = []
        var notes: [Finding] = []
        let accepted: Set<String>
    }

    /// Opens all lists of one input: one, or a sheet each.
    private static func open(
        _ input: ListInput, _ file: Result<ListFile, Failure>, name: String, _ schema: ListSchema,
        _ maps: inout ColumnMapChoice, spools: String, into opened: inout Opened
    ) throws(Failure) {
        guard let role = schema.role(input.role) else {
            // Options that name an unknown role are refused when they are read.
            throw Failure(.internal, [])
        }
        let file = try file.get()
        opened.notes += file.notes
        let first = opened.lists.count
        var failures: [Finding] = []
        var keys: [(source: ListSource, key: Int?)] = []
        var leftOut: [Finding] = []
        let key = role.columns.first { $0.kind == .nik }?.id
        for source in file.lists {
            let entry = try maps.entry(for: input, sheet: source.sheet?.name)
            do throws(Failure) {
                var list = try open(
                    source, input, role, number: opened.lists.count, name: name, schema, entry,
                    isAccepted: opened.accepted.contains(role.id) || opened.accepted.contains(role.option),
                    spools: spools)
                if file.lists.count > 1, let sheet = source.sheet { list.name = "\(name)#\(sheet.name)" }
                keys.append((source, key.flatMap { list.map[$0] }))
                opened.lists.append(list)
            } catch {
                if entry == nil, file.lists.count > 1, let note = SheetFindings.leftOut(source, role, because: error) {
                    leftOut.append(note)
                } else {
                    failures += error.findings
                }
            }
        }
        if !failures.isEmpty { throw Failure(.input, failures) }
        // The program's own workbooks have a cover for every list.
        opened.notes += role.speaksFor == nil ? leftOut : SheetFindings.together(leftOut, input.path)
        if role.speaksFor == nil, let damage = KeyDamage.finding(keys, file: input.path) {
            throw Failure(.input, damage)
        }
        if opened.lists.count == first { throw Failure(.input, SheetFindings.noList(input.path, role)) }
        if let note = SheetFindings.nameStations(&opened.lists[first...], input.path) { opened.notes.append(note) }
        if let note = StatedStations.take(&opened.lists[first...], input.path, schema.headingWords) {
            opened.notes.append(note)
        }
    }

    /// - Parameter entry: what a column map says of the list; nil = its columns are found by their headings.
    private static func open(
        _ source: ListSource, _ input: ListInput, _ role: ListSchema.Role, number: Int, name: String,
        _ schema: ListSchema, _ entry: ColumnMap.Entry?, isAccepted: Bool, spools: String
    ) throws(Failure) -> OpenList {
        var source = source
        var opening: Opening
        if let entry {
            let head = try ListReading.head(of: source, input.path)
            let layout = try source.layout(
                head: head, schema: schema, delimiter: entry.delimiter, heading: entry.heading)
            let map = try ColumnMapResolution(entry, role: role, layout: layout).map
            opening = try source.open(layout, map: map, role: role)
            opening.combine(role)
            opening.sayLacking(role, file: input.path)
        } else {
            opening = try source.open(role, schema: schema, isAccepted: isAccepted) { count throws(Failure) in
                try ListReading.head(of: source, input.path, count)
            }
        }
        (source, opening) = try ListReading.separated(source, opening, input.path, spools: spools)
        let keyID = role.columns.first { $0.kind == .nik }?.id ?? ""
        var region = RegionCode.unknown
        if let given = input.region, case .code(let code) = RegionReading.read(Array(given.utf8).span) { region = code }
        let text = ListText(
            file: source.text, grammar: opening.dialect.grammar, width: opening.width,
            firstOffset: opening.firstRecordOffset,
            firstRow: opening.firstRecordRow, keyColumn: opening.map[keyID] ?? 0,
            emptyWord: opening.dialect.emptyWord.map { Array($0.utf8) },
            kinds: opening.kinds(role, schema))
        return OpenList(
            number: number, role: role, path: ListPath(input.path).file, given: input, source: source.file,
            sheet: source.sheet?.name, name: name, text: text, map: opening.map, opening: opening,
            givenRegion: region, blocks: BlockSequence(text, pieceSize: OpenList.pieceSize))
    }
}
