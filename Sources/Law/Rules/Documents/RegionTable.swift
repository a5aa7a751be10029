import Diagnostics
import Documents

/// `regions/NAME.csv`: lines `code,name`, digits only, a heading line first.
struct RegionTable: Sendable {
    var names: [(code: String, name: String)] = []

    init(_ document: Document, log: FindingLog) {
        var offset = 0
        var seen: Set<String> = []
        if let line = document.brokenLine {
            let spot = Spot(document: document, range: line, path: "")
            log.add("not_utf8", at: spot, JSON5Problem.Reason.notUTF8.message)
            return
        }
        for (number, line) in document.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            defer { offset += line.count + 1 }
            let line = line.last == 0x0D ? line.dropLast() : line
            let spot = Spot(document: document, range: offset..<offset + line.count, path: "")
            if number == 0 {
                if !line.elementsEqual("code,name".utf8) {
                    log.add(
                        "wrong_heading", at: spot,
                        Bilingual(id: "baris pertama harus 'code,name'", en: "the first line must be 'code,name'"))
                }
                continue
            }
            if line.isEmpty { continue }
            guard let comma = line.firstIndex(of: UInt8(ascii: ",")), comma > line.startIndex,
                comma + 1 < line.endIndex,
                line[..<comma].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                [2, 4, 6, 10].contains(comma - line.startIndex),
                line[comma...].dropFirst().first != UInt8(ascii: "\"")
            else {
                log.add(
                    "wrong_region", at: spot,
                    Bilingual(
                        id: "harus 'kode,nama' dengan kode 2, 4, 6 atau 10 angka, tanpa tanda kutip",
                        en: "expected 'code,name' with a code of 2, 4, 6 or 10 digits, without quotation marks"))
                continue
            }
            let code = String(decoding: line[..<comma], as: UTF8.self)
            if !seen.insert(code).inserted {
                log.add(
                    "duplicate_id", at: spot,
                    Bilingual(id: "kode \(code) ditulis dua kali", en: "the code \(code) stands twice"))
            }
            names.append((code, String(decoding: line[(comma + 1)...], as: UTF8.self)))
        }
    }
}
