import Columns

/// Writes UTF-16 text again as UTF-8, so that it is read like any other list. Half a pair alone becomes U+FFFD.
enum UTF16Text {
    struct Result: Sendable {
        var file: InputFile
        /// Units that are no characters.
        var broken: Int
    }

    static func transcode(
        _ file: InputFile, bigEndian: Bool, spools: String, calling path: String
    ) throws(WorkbookProblem) -> Result {
        let spool: SpoolFile
        do { spool = try SpoolFile(in: spools) } catch { throw .spool(error) }
        var decoder = Decoder()
        var window = [UInt8](repeating: 0, count: 256 << 10)
        var offset = 0
        while offset < file.size {
            if Interruption.isRequested { throw .interrupted }
            let got: Int
            do {
                got = try file.read(at: offset, count: min(window.count, file.size - offset), into: &window)
            } catch {
                throw .file(error)
            }
            if got == 0 { break }
            // An odd byte at the end is half a unit.
            for place in stride(from: 0, to: got & ~1, by: 2) {
                let first = UInt16(window[place])
                let second = UInt16(window[place + 1])
                decoder.take(bigEndian ? first << 8 | second : second << 8 | first)
            }
            offset += got
            if got & 1 == 1 {
                guard offset < file.size else {
                    decoder.breakUp()
                    break
                }
                offset -= 1
            }
            do { try spool.append(decoder.out.span) } catch { throw .spool(error) }
            decoder.out.removeAll(keepingCapacity: true)
        }
        decoder.finish()
        do {
            try spool.append(decoder.out.span)
            return Result(file: try spool.finish(calling: path), broken: decoder.broken)
        } catch {
            throw .spool(error)
        }
    }

    private struct Decoder {
        var out: [UInt8] = []
        var broken = 0
        private var high: UInt16?
        private var isFirst = true

        mutating func take(_ unit: UInt16) {
            defer { isFirst = false }
            if isFirst, unit == 0xFEFF { return }
            if let waiting = high {
                high = nil
                if 0xDC00...0xDFFF ~= unit {
                    append(0x10000 + (UInt32(waiting) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
                    return
                }
                breakUp()
            }
            switch unit {
            case 0..<0x80: out.append(UInt8(truncatingIfNeeded: unit))
            case 0xD800...0xDBFF: high = unit
            case 0xDC00...0xDFFF: breakUp()
            default: append(UInt32(unit))
            }
        }

        mutating func finish() {
            if high != nil { breakUp() }
            high = nil
        }

        mutating func breakUp() {
            broken += 1
            append(0xFFFD)
        }

        private mutating func append(_ value: UInt32) {
            out.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        }
    }
}
