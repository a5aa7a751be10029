import Columns
import Diagnostics
import Files
import Rules

/// `people.csv`: everyone whose outcome or region changed, by pseudonym, in the order of regions.
struct DiffPeople {
    /// Stands for the verdict of a run that does not know the person.
    static let none = UInt64.max

    private let terms: DiffTerms
    private let lists: [String]
    private let reasons: [[Substring]]
    private let digest: KeyedDigest

    private static let heading = [
        "person", "change", "list", "row", "region", "region_before", "outcome_before", "outcome", "kpu_code_before",
        "kpu_code", "why",
    ]

    init(_ terms: DiffTerms, lists: [String], reasons: [String], digest: KeyedDigest) {
        self.terms = terms
        self.lists = lists
        self.reasons = reasons.map { $0.split(separator: ";") }
        self.digest = digest
    }

    func write(_ changes: SortedRows, to folder: RunDirectory) throws(Failure) -> OutputReport {
        let file = try folder.open("people.csv")
        var changes = changes
        var bytes = Array((Self.heading.joined(separator: ",") + "\n").utf8)
        var guarded = 0
        do {
            while let change = try changes.next() {
                guarded += append(change, to: &bytes)
                if bytes.count >= 1 << 16 {
                    try file.append(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            try file.append(bytes)
        } catch let error as FileError {
            throw error.outputFailure(shown: "\(folder.path)/people.csv")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
        var report = try folder.close(file)
        report.guardedCells = guarded
        return report
    }

    /// Appends one line; how many of its cells had to be disarmed.
    private func append(_ change: SpooledRow, to bytes: inout [UInt8]) -> Int {
        let (before, after) = (change.words[4], change.words[5])
        let shown = after == Self.none ? before : after
        let (old, new) = (Int(change.words[6] >> 32), Int(change.words[6] & 0xFFFF_FFFF))
        let kind: DiffChange =
            if before == Self.none {
                .new
            } else if after == Self.none {
                .left
            } else {
                terms.kind(from: DiffPerson.outcome(before), to: DiffPerson.outcome(after))
            }
        func outcome(_ verdict: UInt64) -> String {
            verdict == Self.none ? "" : terms.outcomes[DiffPerson.outcome(verdict)].id
        }
        func code(_ verdict: UInt64) -> String {
            verdict == Self.none || DiffPerson.code(verdict) == 0 ? "" : String(DiffPerson.code(verdict))
        }
        let why =
            after == Self.none
            ? "" : reasons[new].filter { before == Self.none || !reasons[old].contains($0) }.joined(separator: ";")
        let cells = [
            pseudonym(kind: change.words[2], key: change.words[3]), kind.rawValue, lists[DiffPerson.list(shown)],
            String(DiffPerson.row(shown)), after == Self.none ? "" : DiffRegion.text(change.words[0]),
            before == Self.none ? "" : DiffRegion.text(change.words[7]), outcome(before), outcome(after), code(before),
            code(after), why,
        ]
        var guarded = 0
        for (place, cell) in cells.enumerated() {
            if place > 0 { CSVRow.separate(&bytes) }
            if CSVRow.append(Array(cell.utf8).span, to: &bytes) { guarded += 1 }
        }
        CSVRow.end(&bytes)
        return guarded
    }

    /// 32 hexadecimal digits that stand for the person's key.
    private func pseudonym(kind: UInt64, key: UInt64) -> String {
        let message = kind == 0 ? "nik \(key)" : "row \(lists[Int(kind - 1)])\n\(key)"
        return String(digest.hex(of: Array(message.utf8)).prefix(32))
    }
}
