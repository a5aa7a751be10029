public import Diagnostics
public import Readiness
public import RoleLists

/// What a command line and a job file ask `check` for. The command line wins: its single values replace the job's, and
/// its lists replace the job's lists of the same role.
public struct CheckRequest: Sendable {
    /// nil where a folder is to be sorted first and nobody has said by which election or where results go.
    public let options: CheckOptions?
    /// What is then missing.
    public let missing: [Finding]
    /// The lists that are named one by one.
    public let lists: [ListInput]
    /// The folder whose lists are to be sorted into roles.
    public let folder: String?
    /// Of lists of the folder that have none.
    public let region: String?
    /// Whether to decide without asking.
    public let isAgreed: Bool
    /// Where to write a job file; `-` is standard output.
    public let jobTarget: String?
    /// Files that are named by any option, so that they are none of a folder's own lists.
    public let named: [String]
    let uses: [OptionUse]
    let table: [OptionSpec]
    /// Ids of roles by their options.
    let roles: [String: String]

    /// - Throws: `.usage` with everything that is missing or unfit, `.input` where a name stands for no list.
    public init(_ arguments: Arguments, job: JobFile?, vocabulary: CheckOptions.Vocabulary) throws(Failure) {
        table = CheckOptions.table(roles: vocabulary.roles)
        roles = Dictionary(vocabulary.roles.map { ($0.option, $0.id) }) { first, _ in first }
        let jobUses = try job?.uses(table) ?? []
        let uses = arguments.uses.map { OptionUse(name: $0.name, value: $0.value, isFurther: $0.isFurther) }
        var reader = OptionReader(vocabulary: vocabulary)
        let own = reader.lists(uses)
        let ownRoles = Set(own.map(\.role))
        let given = reader.lists(jobUses).filter { !ownRoles.contains($0.role) } + own
        let all = jobUses + uses
        self.uses = all
        folder = reader.folder?.path
        region = reader.folder?.region
        isAgreed = all.has(OptionSpec.yes.name)
        jobTarget = all.value(OptionSpec.writeJob.name)
        let election = reader.election(all)
        let out = reader.out(all)
        let asOf = reader.day(all, "as-of")
        let threads = reader.count(all, "threads", 1...256)
        let memory = reader.memory(all)
        let acceptedRoles = reader.roles(all, "accept-role")
        let acceptedStrikes = reader.roles(all, "accept-strikes")
        if folder == nil { reader.requirePopulation(given) }
        missing = reader.findings.filter { OptionReader.missing.contains($0.code) }
        let mayLack = folder != nil && !isAgreed && missing.count == reader.findings.count
        guard reader.findings.isEmpty || mayLack else { throw Failure(.usage, reader.findings) }
        let names = try ListNames(given)
        lists = names.lists
        let paths = Set(table.filter { !$0.isList && $0.argument?.isPath == true && $0 != .writeJob }.map(\.name))
        named =
            lists.map { ListPath($0.path).file } + all.filter { paths.contains($0.name) }.compactMap(\.value)
            + [job?.path].compactMap { $0 }
        guard let election, let out else {
            options = nil
            return
        }
        let maps = all.compactMap { $0.name == "map" ? $0.value : nil } + lists.compactMap(\.map)
        var options = CheckOptions(
            lists: lists, maps: maps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            regions: all.value("regions"), election: election, ruleset: all.value("ruleset"),
            profile: all.value("profile"), asOf: asOf, rulesDirectory: vocabulary.rulesDirectory, out: out,
            persons: all.has("persons"), digests: !all.has("no-digest"), threads: threads, memory: memory,
            strict: all.has("strict"), force: all.has("force"), job: job?.path == "-" ? nil : job?.path)
        options.acceptedRoles = acceptedRoles
        options.acceptedStrikes = acceptedStrikes
        options.forSpreadsheets = all.has("csv-excel")
        if let language = arguments.value("lang").flatMap(Language.init(rawValue:)) { options.language = language }
        if all.has("workbooks") { options.workbooks = .always }
        options.notes = names.notes
        self.options = options
    }
}

extension [OptionUse] {
    func has(_ name: String) -> Bool { contains { $0.name == name } }
    func value(_ name: String) -> String? { last { $0.name == name }?.value }
}
