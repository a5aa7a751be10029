import Foundation

/// Names of regions and the codes that bear them: what `rules/regions` ships and what `--regions` adds.
struct RegionNames: Sendable {
    /// Who bears a name, by the name without its leading word.
    private let bearers: [String: [(code: String, kind: String)]]

    init(_ names: [(code: String, name: String)]) {
        var bearers: [String: [(code: String, kind: String)]] = [:]
        for (code, name) in names {
            let (kind, bare) = RegionNames.parted(name)
            bearers[bare, default: []].append((code, kind))
        }
        self.bearers = bearers
    }

    /// The shipped table, which is data, with the names of a made-up table beside it.
    static func shipped(adding others: [(code: String, name: String)] = []) -> RegionNames {
        let folder = Program.root.appendingPathComponent("rules/regions")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var names: [String: String] = [:]
        for file in files.sorted() where file.hasSuffix(".csv") {
            let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
            for row in ResultTable(text).rows {
                let code = Text.string((row["code"] ?? "").unicodeScalars.filter(Text.isDigit))
                if let name = row["name"], !code.isEmpty { names[code] = name }
            }
        }
        for (code, name) in others { names[code] = name }
        return RegionNames(names.map { ($0.key, $0.value) })
    }

    /// "A region code in which the person's own region lies, or a region's name such that every region that bears it
    /// contains the person's."
    func destination(_ text: String, contains region: String) -> Bool {
        guard !region.isEmpty else { return false }
        let code = RegionReading.code(text)
        if !code.isEmpty { return region.hasPrefix(code) }
        let codes = bearers(of: text)
        return !codes.isEmpty && codes.allSatisfy { region.hasPrefix($0) }
    }

    /// The codes of every region that bears a name. A leading word such as KAB or KOTA is dropped on both sides unless
    /// it alone tells two apart.
    private func bearers(of text: String) -> [String] {
        let wanted = RegionNames.parted(text)
        let alike = bearers[wanted.bare] ?? []
        let sameKind = alike.filter { !wanted.kind.isEmpty && $0.kind == wanted.kind }
        return (sameKind.isEmpty ? alike : sameKind).map(\.code)
    }

    private static func parted(_ text: String) -> (kind: String, bare: String) {
        let words = Text.normal(text).split(separator: " ").map(String.init)
        guard words.count > 1, let first = words.first,
            let kind = kinds[first.hasSuffix(".") ? String(first.dropLast()) : first]
        else { return ("", words.joined(separator: " ")) }
        return (kind, words.dropFirst().joined(separator: " "))
    }

    private static let kinds = [
        "KAB": "KABUPATEN", "KABUPATEN": "KABUPATEN", "KOTA": "KOTA", "KEC": "KECAMATAN", "KECAMATAN": "KECAMATAN",
        "DESA": "DESA", "KEL": "KELURAHAN", "KELURAHAN": "KELURAHAN",
    ]
}
