import Columns
public import Diagnostics
public import Files
import Workers

/// The rows of one table of a run, one after the other: memory does not grow with the table.
///
/// Reads what `check` writes: UTF-8, LF, RFC 4180, a header line; or the same in `SpreadsheetForm`, which its mark tells.
/// The `'` that disarms a cell is taken off again.
public final class RunRows {
    /// As the user knows it.
    public let path: String
    /// The row read last, as a spreadsheet shows it (the header is 1).
    public private(set) var row = 0

    private let file: InputFile
    /// Cell of each column asked for.
    private var columns: [Int] = []
    private var width = 0
    private var buffer: [UInt8] = []
    /// Where in the file the buffer begins, how much of it holds text, and where its next record begins.
    private var offset = 0
    private var filled = 0
    private var start = 0
    private var cells: [Cell] = []
    /// Whether the file is in `SpreadsheetForm`.
    private var isForSpreadsheets = false
    /// What the run's manifest says of the file.
    private let expected: OutputReport?
    /// Takes the digests that were asked for, until they are looked at.
    private var proof: FileProof?
    private var salted: String?

    private struct Cell {
        var start: Int
        var end: Int
        /// Whether it holds `""`.
        var isDoubled: Bool
    }

    private static let piece = 1 << 20
    /// A longer record is none that `check` wrote.
    private static let longest = 1 << 27
    static let tooLong = Bilingual(id: "baris terlalu panjang", en: "the row is too long")

    /// - Parameters:
    ///   - names: the columns wanted; `text(0)` is the first of them.
    ///   - salt: asks for a SHA-256 of these bytes and all that is read.
    ///   - expected: what the file must be; that it is not is said at its end at the latest.
    public init(
        _ path: String, columns names: [String], salt: [UInt8]? = nil, expecting expected: OutputReport? = nil
    ) throws(Failure) {
        self.path = path
        self.expected = expected
        do throws(FileError) {
            file = try InputFile(path: path)
        } catch {
            throw Run.unreadable(
                path,
                Bilingual(
                    id: "tidak dapat dibaca: \(error.reason.indonesian)", en: "cannot be read: \(error.reason.english)")
            )
        }
        if let expected, file.size != expected.bytes { throw Run.changed(path) }
        if salt != nil || expected?.sha256 != nil {
            proof = FileProof(file, FileProof.Wanted(plain: expected?.sha256 != nil, salt: salt))
        }
        if file.size > 0 { try fill() }
        if filled >= SpreadsheetForm.mark.count, buffer.starts(with: SpreadsheetForm.mark) {
            isForSpreadsheets = true
            start = SpreadsheetForm.mark.count
        }
        guard try scan() else { throw refusal(Bilingual(id: "berkas ini kosong", en: "this file is empty")) }
        width = cells.count
        columns = cells.indices.map { $0 }
        let header = columns.map { text($0) }
        columns = []
        for name in names {
            guard let place = header.firstIndex(of: name) else {
                throw refusal(Bilingual(id: "kolom '\(name)' tidak ada", en: "there is no column '\(name)'"))
            }
            columns.append(place)
        }
    }

    /// Reads the next row; false at the end.
    public func next() throws(Failure) -> Bool {
        guard try scan() else { return false }
        guard cells.count == width else {
            throw refusal(
                Bilingual(
                    id: "\(cells.count) sel, seharusnya \(width)",
                    en: "\(cells.count) \(Plural.of(cells.count, "cell", "cells")), expected \(width)"))
        }
        return true
    }

    /// A cell of the row read last, by its place among the columns asked for.
    public func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The bytes of a cell of the row read last.
    public func bytes(_ column: Int) -> [UInt8] {
        let cell = cells[columns[column]]
        let written = buffer[cell.start..<cell.end]
        let mayBeGuarded = written.contains(UInt8(ascii: "'"))
        guard cell.isDoubled else { return mayBeGuarded ? CSVRow.disarmed(Array(written)) : Array(written) }
        var plain: [UInt8] = []
        var at = cell.start
        while at < cell.end {
            plain.append(buffer[at])
            at += buffer[at] == UInt8(ascii: "\"") ? 2 : 1
        }
        if isForSpreadsheets { plain = SpreadsheetForm.unwrapped(plain) }
        return mayBeGuarded ? CSVRow.disarmed(plain) : plain
    }

    /// Whether a cell of the row read last is empty.
    public func isEmpty(_ column: Int) -> Bool {
        let cell = cells[columns[column]]
        return cell.start == cell.end
    }

    /// The whole number of a cell of digits; nil for any other.
    public func number(_ column: Int) -> Int? {
        let cell = cells[columns[column]]
        guard cell.start < cell.end, cell.end - cell.start <= 18 else { return nil }
        var number = 0
        for place in cell.start..<cell.end {
            let digit = Int(buffer[place]) - 0x30
            guard 0...9 ~= digit else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// A count of people or rows; nil for one that no run holds, so that sums of counts stay numbers.
    func count(_ column: Int) -> Int? { number(column).flatMap { $0 <= 1_000_000_000_000 ? $0 : nil } }

    /// The SHA-256 of the salt and the whole table; once, after the last row, where it was asked for.
    public func finishDigest() -> String? { salted }

    /// Once, at the end of the file.
    private func requireExpected() throws(Failure) {
        guard let proof else { return }
        self.proof = nil
        let found: FileProof.Found
        do throws(FileError) {
            found = try proof.finish()
        } catch {
            throw unreadable(error)
        }
        salted = found.salted
        if let digest = expected?.sha256, found.plain != digest { throw Run.changed(path) }
    }

    private func unreadable(_ error: FileError) -> Failure {
        refusal(
            Bilingual(
                id: "tidak dapat dibaca: \(error.reason.indonesian)", en: "cannot be read: \(error.reason.english)"))
    }

    private func refusal(_ message: Bilingual) -> Failure {
        Run.unreadable(
            path, row: max(row, 1), message, remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"))
    }

    /// Finds the cells of the next record.
    private func scan() throws(Failure) -> Bool {
        while true {
            if scanCells() {
                row += 1
                return true
            }
            if offset + filled >= file.size {
                if start == filled {
                    try requireExpected()
                    return false
                }
                throw refusal(Bilingual(id: "berakhir di tengah baris", en: "ends in the middle of a row"))
            }
            try fill()
        }
    }

    /// The cells of the record at `start`; false if its end is not in the buffer.
    private func scanCells() -> Bool {
        cells.removeAll(keepingCapacity: true)
        let next = Self.scan(buffer.span, from: start, to: filled, isForSpreadsheets: isForSpreadsheets, into: &cells)
        guard let next else { return false }
        start = next
        return true
    }

    /// Where the next record begins; nil if the record's end is not in the text.
    private static func scan(
        _ text: Span<UInt8>, from start: Int, to end: Int, isForSpreadsheets: Bool, into cells: inout [Cell]
    ) -> Int? {
        let quote = UInt8(ascii: "\"")
        let delimiter = isForSpreadsheets ? SpreadsheetForm.delimiter : 0x2C
        var at = start
        while at < end {
            var cell = Cell(start: at, end: at, isDoubled: false)
            if text[at] == quote {
                at += 1
                cell.start = at
                while at < end {
                    if text[at] == quote {
                        guard at + 1 < end else { return nil }
                        if text[at + 1] != quote { break }
                        cell.isDoubled = true
                        at += 1
                    }
                    at += 1
                }
                cell.end = at
                at += 1
                if isForSpreadsheets, at < end, text[at] == 0x0D { at += 1 }
            } else {
                while at < end, text[at] != delimiter, text[at] != 0x0A { at += 1 }
                cell.end = at
                if isForSpreadsheets { unwrap(&cell, text) }
            }
            guard at < end else { return nil }
            cells.append(cell)
            let isLast = text[at] != delimiter
            at += 1
            if isLast { return at }
        }
        return nil
    }

    /// Takes off the CR of a row's end and the wrapper `="…"`.
    private static func unwrap(_ cell: inout Cell, _ text: Span<UInt8>) {
        if cell.end > cell.start, text[cell.end - 1] == 0x0D { cell.end -= 1 }
        guard cell.end - cell.start >= 3, text[cell.start] == UInt8(ascii: "="),
            text[cell.start + 1] == UInt8(ascii: "\""), text[cell.end - 1] == UInt8(ascii: "\"")
        else { return }
        cell.start += 2
        cell.end -= 1
    }

    /// Reads on behind what is in the buffer; what was read already goes.
    private func fill() throws(Failure) {
        try Interruption.check()
        let kept = filled - start
        guard kept < Self.longest else {
            throw refusal(Self.tooLong)
        }
        if start > 0 {
            for place in 0..<kept { buffer[place] = buffer[start + place] }
            offset += start
            start = 0
            filled = kept
        }
        let count = min(max(Self.piece, kept), file.size - offset - filled)
        if buffer.count < filled + count {
            buffer.append(contentsOf: repeatElement(0, count: filled + count - buffer.count))
        }
        do throws(FileError) {
            let got = try file.read(at: offset + filled, count: count, into: &buffer, position: filled)
            guard got == count else { throw FileError.cutShort(path) }
        } catch {
            throw unreadable(error)
        }
        filled += count
    }
}
