import Columns
public import Diagnostics
import Dispatch
import Files
import Lists
public import Rules
public import RunFolder
import Tabular
public import Workers

/// The main job: reads the lists, decides every person by the rules, writes the run directory.
public enum Check {
    /// Runs a check.
    ///
    /// - Parameters:
    ///   - ruleset: the election's rules as of the day asked for.
    ///   - ruleFiles: what the rules were read from, for the manifest.
    ///   - language: of messages inside the run directory.
    ///   - progress: told of every block that has been read.
    /// - Throws: whatever kept the run from being whole; nothing of it then stays.
    public static func run(
        _ options: CheckOptions, ruleset: Ruleset, ruleFiles: [RuleFileReport], programVersion: String,
        language: Language = .indonesian, progress: RunProgress? = nil
    ) throws(Failure) -> CheckReport {
        var stages = StageClock()
        let directory = try RunDirectory.begin(
            at: options.out, force: options.force, digests: options.digests, protecting: options.protectedPaths)
        let regions = try options.regions.map { path throws(Failure) in
            try RegionNames(reading: path, digest: options.digests, anchors: ruleset.regionNames)
        }
        var maps = try ColumnMapChoice(reading: options.maps)
        let (found, openingNotes): ([OpenList], [Finding])
        do throws(Failure) {
            (found, openingNotes) = try ListOpening.open(options.lists, ruleset.schema, &maps, spools: directory.spools)
        } catch {
            // A map that was meant for a list may be why it could not be opened.
            guard error.kind == .input, let unused = maps.refusal(options.lists) else { throw error }
            throw Failure(.input, error.findings + unused.findings)
        }
        var opened = found.map { list in
            var list = list
            list.regionNames = regions.map { RegionNameIndex([ruleset.regionNames, $0.names]) }
            return list
        }
        let notes = openingNotes + (try maps.warnings(options.lists))
        let threads = options.threads ?? CheckSetup.processors
        let digests = options.digests ? InputDigests(&opened) : nil
        var context = try CheckSetup.context(
            opened, ruleset, threads: threads,
            memory: options.memory.map { MemoryBudget(bytes: $0) } ?? .standard
        ) { () throws(Failure) in try SpillFile(directory) }
        context.expect(progress)
        stages.end("open")

        let keys = try KeyPass.run(context)
        stages.end("keys")
        var equal = try EqualNIKPass.run(context, keys.repeated)
        stages.end("equal-niks")
        let plans = CheckSetup.plans(context)
        var sides = try SidePass.run(context, plans)
        stages.end("lists")
        if let spill = context.spill {
            progress?.expect(.part, keys.usable.reduce(0, +))
            let joined = try PartitionPass(
                context, spill, plans: plans, people: keys.spills, sides: sides.spills
            ).run()
            context.joined = joined.joined
            equal.overlaps = joined.overlaps
            sides.weeks = joined.weeks
            stages.end("partitions")
        }

        let exports = Exports(ruleset)
        let files = try ExportFiles(directory)
        let personsFile = options.persons ? try directory.open("persons.csv") : nil
        let persons = try CheckSetup.personsWriter(personsFile, directory)
        let units = options.persons ? nil : keys.areas.units(size: OpenList.pieceSize)
        let decided = try DecidePass(
            context: context, plan: PersonFacts(context, Array(plans.values)),
            program: DecisionProgram(ruleset, layout: context.layout), marks: equal.marks, sideRows: sides.rows,
            exports: exports,
            order: units.map { .byRegion($0, files.writer()) } ?? .asGiven(persons: persons)
        ).run()
        stages.end("decide")

        var outputs: [OutputReport] = []
        for file in persons?.finish() ?? [] { outputs.append(try directory.close(file)) }
        let writer = ExportWriter(context: context, exports: exports, results: decided)
        let guarded = try writer.write(files)
        for kind in Exports.all {
            outputs.append(
                try files.close(
                    kind, guarded: guarded[kind.rawValue] + decided.map { $0.guarded[kind.rawValue] }.reduce(0, +)))
        }
        stages.end("export")
        for list in opened where !list.source.isUnchanged {
            throw Failure(
                .input,
                Finding(
                    code: "changed",
                    message: Bilingual(
                        id: "berkas ini berubah selagi dibaca", en: "this file changed while it was being read"),
                    remedy: Bilingual(
                        id: "tutup program yang menulisnya lalu ulangi", en: "close what writes it and run again"),
                    location: SourceLocation(file: list.path)))
        }

        let terms = CheckSetup.terms(ruleset, named: regions?.names ?? [:])
        let result = CheckResult(context, keys, equal, sides, decided, terms)
        outputs.append(try result.writeRejected(to: directory, language))
        let sha = digests?.wait() ?? [:]
        let inputs =
            result.inputReports(opened, options, sha) + maps.reports(digest: options.digests)
            + (regions.map { [$0.report] } ?? [])
        let totals = RegionTotals(result.tally, terms: terms)
        let strangers = regions.map { UnknownRegions(totals, names: $0.names) }
        let summary = RunSummary(
            identity: CheckSetup.identity(ruleset), terms: terms, rows: result.populationRows, totals: totals,
            reasons: result.reasons)
        outputs += try directory.writeSummaries(
            summary, tally: result.tally, totals: totals, weeks: result.weeks, threads: context.threads)
        outputs.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var warnings = AsOfFindings.of(ruleset) + notes + opened.flatMap(\.opening.warnings) + result.warnings(options)
        if let strangers, let path = options.regions { warnings += strangers.warnings(path) }
        var counts = result.counts
        if let strangers { counts["people_of_unknown_regions"] = strangers.people }
        stages.end("write")

        let manifest = Manifest(
            programVersion: programVersion, identity: summary.identity, options: options.reported,
            ruleFiles: ruleFiles, inputs: inputs, outputs: outputs, warnings: warnings,
            counts: counts, hasDigests: options.digests, threads: context.threads, stages: stages.timings,
            clock: .current())
        try directory.write(manifest)
        context.others = []
        warnings += try directory.publish()
        return CheckReport(
            summary: summary, inputs: inputs, outputs: outputs, warnings: warnings,
            hasDataProblems: result.hasDataProblems, directory: options.out)
    }
}

/// How long each stage took.
struct StageClock {
    private(set) var timings: [Manifest.Timing] = []
    private var last = DispatchTime.now().uptimeNanoseconds

    mutating func end(_ stage: String) {
        let now = DispatchTime.now().uptimeNanoseconds
        timings.append(Manifest.Timing(stage: stage, milliseconds: Int((now - last) / 1_000_000)))
        last = now
    }
}
