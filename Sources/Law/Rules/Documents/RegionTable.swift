import Diagnostics
import Documents

/// `regions/NAME.csv`: lines `code,name`, digits only, a heading line first; a name with a comma stands in quotation marks.
struct RegionTable: Sendable {
    var names: [(code: String, name: String)] = []

    init(_ document: Document, log: FindingLog) {
        if let line = document.brokenLine {
            let spot = Spot(document: document, range: line, path: "")
            log.add("not_utf8", at: spot, JSON5Problem.Reason.notUTF8.message)
            return
        }
        let bytes = document.bytes
        var seen = SeenCodes()
        var start = 0
        while start <= bytes.count {
            var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let next = end + 1
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            defer { start = next }
            let line = bytes[start..<end]
            func report(_ code: String, _ message: Bilingual) {
                log.add(code, at: Spot(document: document, range: start..<end, path: ""), message)
            }
            if start == 0 {
                if !line.elementsEqual("code,name".utf8) {
                    report(
                        "wrong_heading",
                        Bilingual(id: "baris pertama harus 'code,name'", en: "the first line must be 'code,name'"))
                }
                continue
            }
            if line.isEmpty { continue }
            guard let (code, name) = Self.cells(line) else {
                report(
                    "wrong_region",
                    Bilingual(
                        id:
                            "harus 'kode,nama' dengan kode 2, 4, 6 atau 10 angka; nama yang berisi koma diapit tanda kutip",
                        en:
                            "expected 'code,name' with a code of 2, 4, 6 or 10 digits; a name with a comma stands in quotation marks"
                    ))
                continue
            }
            if !seen.insert(code) {
                report(
                    "duplicate_id",
                    Bilingual(id: "kode \(code) ditulis dua kali", en: "the code \(code) stands twice"))
            }
            names.append((code, name))
        }
    }

    /// Codes met. Tables mostly stand in their order: then none need be remembered but the last.
    private struct SeenCodes {
        private var ordered: [String] = []
        private var others: Set<String>?

        /// Whether the code is new.
        mutating func insert(_ code: String) -> Bool {
            if others == nil {
                if ordered.last.map({ $0 < code }) ?? true {
                    ordered.append(code)
                    return true
                }
                others = Set(ordered)
            }
            return others?.insert(code).inserted ?? false
        }
    }

    /// Code and name of a line; nil for anything else, more cells among it.
    private static func cells(_ line: ArraySlice<UInt8>) -> (code: String, name: String)? {
        guard let comma = line.firstIndex(of: UInt8(ascii: ",")), [2, 4, 6, 10].contains(comma - line.startIndex),
            line[..<comma].allSatisfy({ $0 &- 48 < 10 })
        else { return nil }
        var name = line[(comma + 1)...]
        let quote = UInt8(ascii: "\"")
        let isQuoted = name.count > 2 && name.first == quote && name.last == quote
        if isQuoted { name = name.dropFirst().dropLast() }
        guard !name.isEmpty, !name.contains(quote), isQuoted || !name.contains(UInt8(ascii: ",")) else { return nil }
        return (String(decoding: line[..<comma], as: UTF8.self), String(decoding: name, as: UTF8.self))
    }
}
