import Civil
public import Diagnostics
public import Rules
public import RunFolder

extension PaceReport {
    /// The pace of a run: people whose next step is a recording, by kabupaten/kota, and people recorded by week.
    ///
    /// - Throws: `.input` where a table of the run cannot be read, or the run was changed.
    public init(_ run: Run, fieldWork: FieldWork, span: PaceSpan, capacity: PaceCapacity) throws(Failure) {
        try run.requireManifest()
        var outstanding: [String: Int] = [:]
        var others = 0
        let visits = Set(fieldWork.visitSteps.map { Array($0.utf8) })
        let rows = try run.people(.flagged, [.region, .nextStep])
        while try rows.next() {
            if visits.contains(rows.bytes(.nextStep)) {
                let region = rows.bytes(.region)
                outstanding[region.count < 4 ? "" : String(decoding: region.prefix(4), as: UTF8.self), default: 0] += 1
            } else {
                others += 1
            }
        }
        guard let asOf = CivilDate(iso: run.manifest.identity.asOf) else {
            throw Run.unreadable(run.path, Bilingual(id: "tanggal data tidak sah", en: "the as-of date is no date"))
        }
        self.init(
            outstanding: outstanding, others: others, weeks: try run.weeks(),
            recordedBefore: try run.figures().recordedBefore.filter { fieldWork.visitSteps.contains($0.key) }.values
                .reduce(0, +), asOf: asOf,
            names: try run.regionNames(), span: span, capacity: capacity)
    }
}
