import Columns

/// Line ends that were made twice: CR CR LF, where a program put a CR before every LF of a text that had them already.
enum LineEnds {
    /// Whether the first line of a text ends so.
    static func areTripled(_ head: [UInt8]) -> Bool {
        guard let end = head.firstIndex(of: 10), end >= 2 else { return false }
        return head[end - 1] == 13 && head[end - 2] == 13
    }

    /// Writes the text again with every LF alone.
    static func mend(_ file: InputFile, spools: String, calling path: String) throws(WorkbookProblem) -> InputFile {
        let spool: SpoolFile
        do { spool = try SpoolFile(in: spools) } catch { throw .spool(error) }
        var window = [UInt8](repeating: 0, count: 256 << 10)
        var out: [UInt8] = []
        var waiting = 0
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
            offset += got
            out.removeAll(keepingCapacity: true)
            for place in 0..<got {
                let byte = window[place]
                if byte == 13 {
                    waiting += 1
                    continue
                }
                if byte != 10 { out.append(contentsOf: repeatElement(13, count: waiting)) }
                waiting = 0
                out.append(byte)
            }
            do { try spool.append(out.span) } catch { throw .spool(error) }
        }
        do { return try spool.finish(calling: path) } catch { throw .spool(error) }
    }
}
