import Civil

/// Finds regions by their names, each inside its parent: kabupaten/kota in the province, kecamatan in the kabupaten,
/// desa in the kecamatan. A name that two regions of one parent bear finds neither.
public struct RegionNameIndex: Sendable {
    /// Digits of a level's codes, and of its parent's.
    private static let levels = [(digits: 4, parent: 2), (digits: 6, parent: 4), (digits: 10, parent: 6)]

    /// Parent's digits -> normal form of the name -> digits; an empty text where there are two.
    private var children: [String: [[UInt8]: String]] = [:]
    /// Kabupaten/kota by name alone.
    private var regencies: [[UInt8]: String] = [:]

    /// - Parameter tables: code -> name; a region may bear another name in each table.
    public init(_ tables: [[String: String]]) {
        for table in tables {
            for (code, name) in table {
                guard let level = Self.levels.first(where: { $0.digits == code.utf8.count }) else { continue }
                let form = NormalForm.of(Array(name.utf8).span)
                if form.isEmpty { continue }
                Self.enter(code, form, &children[String(code.prefix(level.parent)), default: [:]])
                if level.digits == 4 { Self.enter(code, form, &regencies) }
            }
        }
    }

    private static func enter(_ code: String, _ form: [UInt8], _ names: inout [[UInt8]: String]) {
        if let known = names[form], known != code { names[form] = "" } else { names[form] = code }
    }

    /// The region that some names, from the kabupaten/kota down, stand for; nil where one of them is not found.
    ///
    /// - Parameters:
    ///   - names: nil for a level the list does not have; names behind the first empty one do not count.
    ///   - given: the region of rows that have none, in which names of lower levels are looked for.
    func region(_ names: [[UInt8]?], in given: RegionCode) -> RegionCode? {
        var code = given.description
        for (level, name) in zip(Self.levels, names) {
            guard let name else { continue }
            if name.isEmpty { break }
            let parent = String(code.prefix(level.parent))
            let found: String?
            if parent.utf8.count == level.parent {
                found = children[parent]?[name]
            } else {
                found = level.digits == 4 ? regencies[name] : nil
            }
            guard let found, !found.isEmpty else { return nil }
            code = found
        }
        if case .code(let region) = RegionReading.read(Array(code.utf8).span) { return region }
        return nil
    }
}
