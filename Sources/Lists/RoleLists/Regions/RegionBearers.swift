public import Civil

/// Which regions bear a name, of whatever level: a kota, a kecamatan and a desa may all be called BINJAI.
public struct RegionBearers: Sendable {
    /// By the name without the word that says of what kind it is: digits of the code, and the kind, 0 = none given.
    private var bearers: [String: [(code: String, kind: Int)]] = [:]
    /// Number of its kind by the word before a name.
    private var kinds: [String: Int] = [:]
    private let apostrophes: Apostrophes

    /// - Parameters:
    ///   - names: code -> name.
    ///   - kinds: words before a name, those of one kind together.
    public init(_ names: [String: String], kinds: [[String]], _ apostrophes: Apostrophes = .none) {
        self.apostrophes = apostrophes
        for (number, words) in kinds.enumerated() {
            for word in words { self.kinds[word] = number + 1 }
        }
        for (code, name) in names {
            let (bare, kind) = parted(Array(name.utf8))
            bearers[bare, default: []].append((code, kind))
        }
    }

    /// Codes of the regions that a cell names: the code it is, or all that bear the name. The kind counts only where it
    /// tells some of them apart.
    public func codes(of cell: [UInt8]) -> [String] {
        if case .code(let region) = RegionReading.read(cell.span) { return [region.description] }
        let (bare, kind) = parted(cell)
        let all = bearers[bare] ?? []
        let same = all.filter { kind != 0 && $0.kind == kind }
        return (same.isEmpty ? all : same).map(\.code).sorted()
    }

    private func parted(_ name: [UInt8]) -> (bare: String, kind: Int) {
        let words = String(decoding: NormalForm.of(name.span, apostrophes), as: UTF8.self).split(separator: " ")
        guard words.count > 1, let first = words.first,
            let kind = kinds[String(first.last == "." ? first.dropLast() : first)]
        else { return (words.joined(separator: " "), 0) }
        return (words.dropFirst().joined(separator: " "), kind)
    }
}
