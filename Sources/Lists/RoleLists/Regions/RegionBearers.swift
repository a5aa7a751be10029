public import Civil

/// Which regions bear a name, of whatever level: a kota, a kecamatan and a desa may all be called BINJAI.
public struct RegionBearers: Sendable {
    /// By the name without the word that says of what kind it is: digits of the code, and the kind, 0 = none given.
    private var bearers: [[UInt8]: [(code: String, kind: Int)]] = [:]
    private let kinds: RegionKinds
    private let apostrophes: Apostrophes

    /// - Parameters:
    ///   - names: code -> name.
    ///   - kinds: words before a name, those of one kind together.
    public init(_ names: [String: String], kinds: [[String]], _ apostrophes: Apostrophes = .none) {
        self.apostrophes = apostrophes
        self.kinds = RegionKinds(kinds)
        for (code, name) in names {
            let (bare, kind) = self.kinds.parted(NormalForm.of(Array(name.utf8).span, apostrophes))
            bearers[bare, default: []].append((code, kind))
        }
    }

    /// Codes of the regions that a cell names: the code it is, or all that bear the name. The kind counts only where it
    /// tells some of them apart.
    public func codes(of cell: [UInt8]) -> [String] {
        if case .code(let region) = RegionReading.read(cell.span) { return [region.description] }
        let (bare, kind) = kinds.parted(NormalForm.of(cell.span, apostrophes))
        let all = bearers[bare] ?? []
        let same = all.filter { kind != 0 && $0.kind == kind }
        return (same.isEmpty ? all : same).map(\.code).sorted()
    }
}
