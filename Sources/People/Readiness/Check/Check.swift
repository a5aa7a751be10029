import Columns
public import Diagnostics
import Files
import Joining
import RoleLists
public import Rules
public import RunFolder
public import Workers

/// The main job: reads the lists, decides every person by the rules, writes the run directory.
public enum Check {
    /// Runs a check.
    ///
    /// - Parameters:
    ///   - ruleset: the election's rules as of the day asked for.
    ///   - ruleFiles: what the rules were read from, for the manifest.
    ///   - progress: told of every block that has been read.
    /// - Throws: whatever kept the run from being whole; nothing of it then stays.
    public static func run(
        _ options: CheckOptions, ruleset: Ruleset, ruleFiles: [RuleFileReport], programVersion: String,
        progress: RunProgress? = nil
    ) throws(Failure) -> CheckReport {
        var clock = StageClock()
        let directory = try RunDirectory.begin(
            at: options.out, force: options.force, digests: options.digests, protecting: options.protectedPaths)
        let memory = options.memory.map { MemoryBudget(bytes: $0) } ?? .standard
        let inputs = try clock.time("open") { () throws(Failure) in
            try CheckInputs(options, ruleset, memory: memory, spools: directory.spools)
        }
        let context = try JoinSetup.context(
            inputs.lists, ruleset, threads: options.threads ?? CheckSetup.processors,
            memory: memory, regionNames: inputs.regions?.names ?? [:], progress: progress)
        let plans = JoinSetup.plans(context)
        let store = try PersonStores.make(context, plans, spools: (directory.spools, directory.path))

        let given = try AnswerPass.run(context, plans, rows: options.movedRows)
        try NobodyFindings.refuseSecondTables(given.rejected, inputs.lists)
        let keys = try clock.time("keys") { () throws(Failure) in
            try KeyPass.run(context, store, answers: given.given)
        }
        let answers = AnswerPass.settle(given, keys, context)
        try NobodyFindings.refuseSecondTables(keys.rejected, inputs.lists)
        try clock.time("equal-niks") { () throws(Failure) in try store.endPersons() }
        var others = try clock.time("lists") { () throws(Failure) in
            try OtherListPass.run(context, plans, store)
        }
        others.add(given, answers.refused, context)
        try NobodyFindings.refuseSecondTables(others.rejected, inputs.lists)
        try DateFindings.refuse(zip(context.others, others.counts).map { ($0, $1.dates) })
        let persons = try clock.time(store.joinStage) { () throws(Failure) in try store.join() }

        let exports = Exports(ruleset, hasAnswers: !given.counts.isEmpty)
        let files = try ExportFiles(
            directory, exports.kinds, withPersons: options.persons, forSpreadsheets: options.forSpreadsheets)
        var decided = try clock.time("decide") { () throws(Failure) in
            try DecidePass(
                context: context, facts: PersonFacts(context, plans),
                program: DecisionProgram(ruleset, layout: context.layout), persons: persons, answers: answers,
                regenciesWithout: AreasWithoutRecordings.regencies(context, keys, persons.report),
                exports: exports,
                reading: ReadingPlan(keys.areas, context.people.map(\.blocks)),
                files: (files.exported, files.persons), spools: directory.spools
            ).run()
        }
        let exported = try clock.time("export") { () throws(Failure) in
            let guarded = DecidePass.guarded(decided)
            return try files.finish(
                DecidePass.takeSorted(&decided), guarded: guarded, threads: context.threads, progress)
        }
        try inputs.refuseChanged()

        let rowsOfAnother = RowsOfAnother(context, persons, decided)
        try rowsOfAnother.refuse(accepting: options.acceptedRoles)
        rowsOfAnother.leaveOut(of: &others.counts)
        try MassStrikes(context, decided, accepting: options.acceptedStrikes).refuse()
        let result = CheckResult(
            context, keys, others, answers, persons.report, decided,
            CheckSetup.terms(ruleset, named: inputs.regions?.names ?? [:]))
        try DateFindings.refuse(result.dates)
        try result.requireConservation()
        let written = try clock.time("write") { () throws(Failure) in
            try result.write(to: directory, beside: exported.reports, inputs, options)
        }
        let outputs = (exported.reports + written.outputs).sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        let manifest = Manifest(
            programVersion: programVersion, identity: written.summary.identity, options: options.reported,
            ruleFiles: ruleFiles, inputs: written.inputs, outputs: outputs, warnings: written.warnings,
            answers: written.answers, counts: written.counts, hasDigests: options.digests, threads: context.threads,
            stages: clock.timings,
            clock: .current())
        try directory.write(manifest)
        return CheckReport(
            summary: written.summary, inputs: written.inputs, outputs: outputs,
            warnings: written.warnings + (try directory.publish()), hasDataProblems: result.hasDataProblems,
            directory: options.out, digest: manifest.digest, filled: exported.filled)
    }
}
