import Civil

/// A row of a list whose rows are told from other people's, on its way to the part of its NIK: an `EvidenceRecord`, then a
/// word with the list's number, the bytes of the name and the birth date, then the name.
struct WeighedRecord: Sendable {
    var record: EvidenceRecord
    /// nil = no real day.
    var birth: CivilDate?
    /// As names are compared; nil without a letter.
    var name: String?
    /// The list's number.
    var list: Int

    /// Words of the longest one beyond its record.
    static var longest: Int { 1 + (RowNames.longest + 7) / 8 }

    private static let noDay = Int32.min

    var words: [UInt64] {
        let text = Array((name ?? "").utf8)
        let day = UInt64(UInt32(bitPattern: birth?.dayNumber ?? Self.noDay))
        var words = record.words
        words.append(UInt64(UInt16(clamping: list)) << 48 | UInt64(UInt16(clamping: text.count)) << 32 | day)
        for start in stride(from: 0, to: text.count, by: 8) {
            var word: UInt64 = 0
            for place in start..<min(start + 8, text.count) {
                word |= UInt64(text[place]) << UInt64((place - start) * 8)
            }
            words.append(word)
        }
        return words
    }

    init(record: EvidenceRecord, birth: CivilDate?, name: String?, list: Int) {
        self.record = record
        self.birth = birth
        self.name = name
        self.list = list
    }

    /// The record that begins at `at`, which becomes the place behind it; nil where none is left.
    init?(_ words: [UInt64], end: Int, at: inout Int, _ widths: EvidenceRecord.Widths) {
        guard let record = EvidenceRecord(words, end: end, at: &at, widths), at < end else { return nil }
        let count = Int(words[at] >> 32 & 0xFFFF)
        let day = Int32(bitPattern: UInt32(truncatingIfNeeded: words[at]))
        let list = Int(words[at] >> 48)
        at += 1
        guard at + (count + 7) / 8 <= end else { return nil }
        let text = (0..<count).map { UInt8(truncatingIfNeeded: words[at + $0 / 8] >> UInt64($0 % 8 * 8)) }
        at += (count + 7) / 8
        self.init(
            record: record, birth: day == Self.noDay ? nil : CivilDate(dayNumber: day),
            name: count == 0 ? nil : String(decoding: text, as: UTF8.self), list: list)
    }
}
