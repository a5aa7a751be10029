import Civil
import Columns
import Diagnostics
import Joining
import RoleLists
import Rules
import Schema
import Tabular

/// The files of a check, opened: lists, column maps, the table of region names.
struct CheckInputs {
    let lists: [OpenList]
    let maps: ColumnMapChoice
    /// The table given with `--regions`.
    let regions: RegionNames?
    /// What there is to say of files and maps.
    let notes: [Finding]
    /// Nil where no digest is asked for.
    let digests: InputDigests?

    /// - Parameter spools: where nameless files may lie.
    init(_ options: CheckOptions, _ ruleset: Ruleset, memory: MemoryBudget, spools: String) throws(Failure) {
        regions = try options.regions.map { path throws(Failure) in
            try RegionNames(
                reading: path, digest: options.digests, ruleset.schema, anchors: ruleset.regionNames, spools: spools)
        }
        var maps = try ColumnMapChoice(reading: options.maps)
        var (lists, notes): ([OpenList], [Finding])
        do throws(Failure) {
            (lists, notes) = try ListOpening.open(
                options.lists, ruleset.schema, &maps, accepting: options.acceptedRoles,
                mayRepeat: options.mayRepeatFiles, spools: spools, textMemory: memory.sharedTexts)
        } catch {
            // A map that was meant for a list may be why it could not be opened.
            guard error.kind == .input, let unused = maps.refusal(options.lists) else { throw error }
            throw Failure(.input, error.findings + unused.findings)
        }
        var stated: [Finding] = []
        if lists.contains(where: { RegionNameReader.hasNames($0) || StatedRegions.mayState($0) }) {
            let titles = ruleset.regionNames.merging(regions?.names ?? [:]) { $1 }
            let names = RegionNameIndex(
                titles, kinds: ruleset.schema.regionKinds, Apostrophes(ruleset.schema.apostrophes))
            for place in lists.indices { lists[place].regionNames = names }
            stated = StatedRegions.take(&lists, names, ruleset.schema, titles: titles)
        }
        self.notes = notes + stated + (regions?.findings ?? []) + (try maps.warnings(options.lists))
        self.maps = maps
        digests = options.digests ? InputDigests(&lists) : nil
        self.lists = lists
    }

    /// - Throws: where a list is no longer as it was when it was opened: its readings were then not of one list.
    func refuseChanged() throws(Failure) {
        for list in lists where !list.source.isUnchanged {
            throw Failure(.input, Self.changed(list.path))
        }
    }

    static func changed(_ path: String) -> Finding {
        Finding(
            code: "changed",
            message: Bilingual(id: "berkas ini berubah selagi dibaca", en: "this file changed while it was being read"),
            remedy: Bilingual(
                id: "tutup program yang menulisnya lalu ulangi", en: "close what writes it and run again"),
            location: SourceLocation(file: path))
    }
}
