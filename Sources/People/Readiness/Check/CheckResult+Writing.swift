import Diagnostics
import Files
import RoleLists
import Rules
import RunFolder
import Tabular

extension CheckResult {
    /// What was written of a result, and what is said of it.
    struct Written {
        var summary: RunSummary
        var inputs: [InputReport]
        var outputs: [OutputReport]
        var warnings: [Finding]
        /// Who answered what, where answers were given.
        var answers: [Manifest.AnswerSource]
        var counts: [String: Int]
    }

    /// Writes what was rejected and what is counted, and workbooks of the lists of people that were `exported`.
    func write(
        to directory: RunDirectory, beside exported: [OutputReport], _ inputs: CheckInputs, _ options: CheckOptions
    ) throws(Failure) -> Written {
        let totals = RegionTotals(tally, terms: terms)
        let summary = RunSummary(
            identity: CheckSetup.identity(ruleset), terms: terms, rows: populationRows, totals: totals,
            reasons: reasons, recordedBefore: recordedBefore)
        let form = options.forSpreadsheets ? SpreadsheetForm() : nil
        var outputs = [try writeRejected(to: directory, as: form, options.language)]
        outputs += try directory.writeSummaries(
            summary, tally: tally, totals: totals, weeks: weeks, threads: threads,
            forSpreadsheets: options.forSpreadsheets)
        if options.workbooks != .never {
            outputs += try PeopleWorkbooks(
                in: directory, ruleset, names: terms.regionNames, options.language, digests: options.digests
            ).write(isAsked: options.workbooks == .always, threads: threads, of: Set(exported.map(\.name)))
        }
        var warnings =
            AsOfFindings.of(ruleset) + options.notes + inputs.notes + inputs.lists.flatMap(\.opening.warnings)
            + self.warnings(options)
        var counts = self.counts
        if let regions = inputs.regions, let path = options.regions {
            let strangers = UnknownRegions(totals, table: regions.names, names: terms.regionNames)
            warnings += strangers.warnings(path)
            counts["people_of_unknown_regions"] = strangers.people
        }
        return Written(
            summary: summary,
            inputs: inputReports(inputs.lists, options, inputs.digests?.wait() ?? [:])
                + inputs.maps.reports(digest: options.digests) + (inputs.regions.map { [$0.report] } ?? []),
            outputs: outputs, warnings: warnings, answers: AnswerFindings(self).sources, counts: counts)
    }
}
