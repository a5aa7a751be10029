public import Civil

/// Finds regions by their names, each inside its parent: kabupaten/kota in the province, kecamatan in the kabupaten,
/// desa in the kecamatan. Words such as KAB or DESA before a name count only where they alone tell two regions apart. A
/// name that two regions of one parent bear finds neither.
public struct RegionNameIndex: Sendable {
    /// Digits of a level's codes, and of its parent's.
    private static let levels = [(digits: 4, parent: 2), (digits: 6, parent: 4), (digits: 10, parent: 6)]

    private struct Bearer {
        let code: String
        let kind: Int
    }

    /// Parent's digits -> name without the word before it -> who bears it.
    private var children: [String: [[UInt8]: [Bearer]]] = [:]
    /// Kabupaten/kota by name alone.
    private var regencies: [[UInt8]: [Bearer]] = [:]
    private let kinds: RegionKinds
    private let apostrophes: Apostrophes

    /// - Parameters:
    ///   - names: code -> name.
    ///   - kinds: words before a name, those of one kind together.
    public init(_ names: [String: String], kinds: [[String]], _ apostrophes: Apostrophes = .none) {
        self.kinds = RegionKinds(kinds)
        self.apostrophes = apostrophes
        for (code, name) in names {
            guard let level = Self.levels.first(where: { $0.digits == code.utf8.count }) else { continue }
            let (bare, kind) = self.kinds.parted(NormalForm.of(Array(name.utf8).span, apostrophes))
            if bare.isEmpty { continue }
            let bearer = Bearer(code: code, kind: kind)
            children[String(code.prefix(level.parent)), default: [:]][bare, default: []].append(bearer)
            if level.digits == 4 { regencies[bare, default: []].append(bearer) }
        }
    }

    /// The region that some names, from the kabupaten/kota down, stand for; nil where one of them is not found.
    ///
    /// - Parameters:
    ///   - names: in the form of `form(of:)`; nil for a level the list does not have; names behind the first empty one do not
    ///     count.
    ///   - given: the region of rows that have none, in which names of lower levels are looked for.
    public func region(_ names: [[UInt8]?], in given: RegionCode) -> RegionCode? {
        var code = given.description
        for (level, name) in zip(Self.levels, names) {
            guard let name else { continue }
            if name.isEmpty { break }
            let parent = String(code.prefix(level.parent))
            let found: String?
            if parent.utf8.count == level.parent {
                found = bearer(of: name, among: children[parent] ?? [:])
            } else {
                found = level.digits == 4 ? bearer(of: name, among: regencies) : nil
            }
            guard let found else { return nil }
            code = found
        }
        if case .code(let region) = RegionReading.read(Array(code.utf8).span) { return region }
        return nil
    }

    /// The form in which names are compared.
    public func form(of name: Span<UInt8>) -> [UInt8] { NormalForm.of(name, apostrophes) }

    /// The one that bears a name; of several the one of its kind.
    private func bearer(of name: [UInt8], among names: [[UInt8]: [Bearer]]) -> String? {
        let (bare, kind) = kinds.parted(name)
        guard let all = names[bare], let first = all.first else { return nil }
        if all.count == 1 { return first.code }
        let same = all.filter { $0.kind == kind }
        return same.count == 1 ? same.first?.code : nil
    }
}
