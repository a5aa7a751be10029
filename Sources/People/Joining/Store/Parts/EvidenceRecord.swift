import Columns
import Linkage

/// A row of another list on its way to the part of its NIK, or from there to the people it is about, as words: NIK with
/// the number of its role's flag, its place among all rows of the role, the digest of the name it bears (of whom it means,
/// on its way from there), then the columns that rules read: codes eight a word, numbers one a word with their state.
struct EvidenceRecord: Sendable {
    /// How many columns rules read, by flag; nil for a flag of no role.
    struct Widths: Sendable {
        fileprivate let columns: [(codes: Int, numbers: Int)?]

        init(_ plans: EvidencePlans) {
            var columns = [(codes: Int, numbers: Int)?](repeating: nil, count: KeyIndex.flagCount)
            for plan in plans.all where columns.indices.contains(plan.flag) {
                columns[plan.flag] = plan.keepsRows ? (plan.codes.count, plan.numbers.count) : (0, 0)
            }
            self.columns = columns
        }

        /// Words of the longest record.
        var longest: Int { columns.map { 3 + (($0?.codes ?? 0) + 7) / 8 + ($0?.numbers ?? 0) }.max() ?? 3 }
    }

    var key: UInt64
    var flag: Int
    var order: UInt64
    var name: UInt64 = 0
    var codes: [UInt8] = []
    var numbers: [Int32] = []
    /// As many as `numbers`.
    var states: [UInt8] = []

    /// Whether this is a row of a list of recordings, packed in `order`, and not one kept beside a person's entry.
    var isRecording: Bool {
        flag == EvidencePlans.besideFlag
            && (order & RecordingEvidence.answerBit == 0 || order == PersonIndex.notYetKnown)
    }

    var words: [UInt64] {
        var words = [key | UInt64(flag) << 54, order, name]
        for start in stride(from: 0, to: codes.count, by: 8) {
            var word: UInt64 = 0
            for place in start..<min(start + 8, codes.count) {
                word |= UInt64(codes[place]) << UInt64((place - start) * 8)
            }
            words.append(word)
        }
        for (number, state) in zip(numbers, states) {
            words.append(UInt64(state) << 32 | UInt64(UInt32(bitPattern: number)))
        }
        return words
    }

    init(key: UInt64, flag: Int, order: UInt64, name: UInt64 = 0) {
        self.key = key
        self.flag = flag
        self.order = order
        self.name = name
    }

    /// The row `place` of `rows`.
    init(_ rows: borrowing EvidenceRows, _ place: Int, flag: Int) {
        self.init(key: rows.keys[place], flag: flag, order: rows.orders[place], name: rows.names[place])
        codes = rows.codes.map { $0[place] }
        numbers = rows.numbers.map { $0[place] }
        states = rows.states.map { $0[place] }
    }

    /// The record that begins at `at`, which becomes the place behind it; nil where none is left.
    init?(_ words: [UInt64], end: Int, at: inout Int, _ widths: Widths) {
        guard at + 3 <= end else { return nil }
        self.init(
            key: words[at] & (KeyIndex.keyLimit - 1), flag: Int(words[at] >> 54), order: words[at + 1],
            name: words[at + 2])
        at += 3
        guard widths.columns.indices.contains(flag), let width = widths.columns[flag],
            at + (width.codes + 7) / 8 + width.numbers <= end
        else { return nil }
        for place in 0..<width.codes {
            codes.append(UInt8(truncatingIfNeeded: words[at + place / 8] >> UInt64(place % 8 * 8)))
        }
        at += (width.codes + 7) / 8
        for _ in 0..<width.numbers {
            numbers.append(Int32(bitPattern: UInt32(truncatingIfNeeded: words[at])))
            states.append(UInt8(truncatingIfNeeded: words[at] >> 32))
            at += 1
        }
    }
}
