import Columns
import Diagnostics
import Linkage
import RoleLists
import Rules
import Schema
import Tabular
import Workers

/// Reads what rows of equal NIKs are compared by.
struct EqualNIKReading: Sendable {
    private let rows: EqualNIKRows
    private let context: RunContext

    /// Rows read by one thread in one go: many that stand near each other, and yet no thread waits long for another.
    private static let share = 2048
    /// Rows closer than this are read with one reading of the file.
    private static let near: UInt64 = 1024
    private static let longestReading: UInt64 = 1 << 16

    private struct Part: Sendable {
        /// Shares read, and what was found in them one after the other.
        var shares: [Int] = []
        var found: [UInt64] = []
        /// Of the earliest row of each NIK, the first four digits of its region, 10000 = not known.
        var regencies: [(row: Int, regency: UInt16)] = []
    }

    init(_ rows: EqualNIKRows, _ context: RunContext) {
        self.rows = rows
        self.context = context
    }

    func run() throws(Failure) -> (EqualNIKs.Digests, regencies: [(row: Int, regency: UInt16)]) {
        let shares = (rows.count + Self.share - 1) / Self.share
        let next = Counter()
        let parts = try Workers.run(min(context.threads, shares)) { () throws(Failure) in
            Part()
        } _: { (part, stop) throws(Failure) in
            while let share = next.next(below: shares) {
                part.shares.append(share)
                try read(range(share), &part, stop)
            }
        }
        var digests = EqualNIKs.Digests(rows: rows.count, classes: context.ruleset.schema.equalRows.classes.count)
        for part in parts {
            var at = 0
            for share in part.shares {
                for number in range(share) {
                    digests.set(Int(rows.order[number]), from: part.found, at: at)
                    at += digests.width
                }
            }
        }
        return (digests, parts.flatMap(\.regencies))
    }

    /// Which rows of `order` a share holds.
    private func range(_ share: Int) -> Range<Int> {
        share * Self.share..<min((share + 1) * Self.share, rows.count)
    }

    private func position(_ number: Int) -> RowPosition { rows.positions[Int(rows.order[number])] }

    private func read(_ range: Range<Int>, _ part: inout Part, _ stop: borrowing StopSign) throws(Failure) {
        var number = range.lowerBound
        while number < range.upperBound {
            let first = position(number)
            guard let list = context.people.last(where: { $0.base <= first }) else { throw Failure(.internal, []) }
            let end = list.base + UInt64(list.text.file.size)
            var after = number + 1
            while after < range.upperBound, position(after) < end { after += 1 }
            if try stop.check() { return }
            try read(number..<after, of: list, &part)
            number = after
        }
    }

    /// Reads rows of one list.
    private func read(_ range: Range<Int>, of list: OpenList, _ part: inout Part) throws(Failure) {
        var fetcher = RecordFetcher(list.text)
        var form = RowNormalForm(list, context.ruleset.schema.equalRows, context.apostrophes)
        for number in range {
            let row = Int(rows.order[number])
            let offset = Int(rows.positions[row] - list.base)
            do throws(FileError) {
                let ahead = fetcher.holds(offset) ? 0 : reach(number, range.upperBound)
                guard try fetcher.fetch(at: offset, ahead: ahead) else {
                    throw FileError.cutShort(list.path)
                }
            } catch {
                throw OpenList.unreadable(error, list)
            }
            form.append(fetcher, to: &part.found)
            if rows.isFirst(row) { part.regencies.append((row, form.regency(&fetcher))) }
        }
    }

    /// How far the row `number` of `order` is from the last one of those that follow closely.
    private func reach(_ number: Int, _ end: Int) -> Int {
        let start = position(number)
        var last = start
        var next = number + 1
        while next < end, position(next) - last < Self.near, position(next) - start < Self.longestReading {
            last = position(next)
            next += 1
        }
        return Int(last - start)
    }
}
