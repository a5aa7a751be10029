public import Diagnostics
import Documents

/// Which entry of the maps of a run is about which list.
public struct ColumnMapChoice: Sendable {
    private let maps: [ColumnMap]
    /// Entries that were used: place of the map, place of the entry.
    private var used: Set<[Int]> = []

    init(_ maps: [ColumnMap]) { self.maps = maps }

    /// Reads the maps of a run, each once.
    public init(reading paths: [String]) throws(Failure) {
        var maps: [ColumnMap] = []
        var findings: [Finding] = []
        for path in paths where !maps.contains(where: { $0.path == path }) {
            do throws(Failure) {
                maps.append(try ColumnMap(reading: path))
            } catch {
                findings += error.findings
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
        self.init(maps)
    }

    /// The maps as inputs of the run.
    public func reports(digest: Bool) -> [InputReport] { maps.map { $0.report(digest: digest) } }

    /// What the maps say of a list: the entry that names its file, or else the one without a file in the map that
    /// follows its option.
    mutating func entry(for input: ListInput, sheet: String? = nil) throws(Failure) -> ColumnMap.Entry? {
        var found: [(map: Int, entry: Int)] = []
        for (place, map) in maps.enumerated() {
            for (number, entry) in map.entries.enumerated() {
                guard let file = entry.file, Self.names(file, ListPath(input.path).file) else { continue }
                if let wanted = entry.sheet, wanted != sheet { continue }
                found.append((place, number))
            }
        }
        if found.isEmpty, let path = input.map, let place = maps.firstIndex(where: { $0.path == path }) {
            for (number, entry) in maps[place].entries.enumerated() where entry.file == nil {
                if let wanted = entry.sheet, wanted != sheet { continue }
                found.append((place, number))
            }
        }
        // An entry for the sheet says more than one for all sheets.
        let precise = found.filter { maps[$0.map].entries[$0.entry].sheet != nil }
        if !precise.isEmpty { found = precise }
        guard let first = found.first else { return nil }
        for place in found { used.insert([place.map, place.entry]) }
        let entry = maps[first.map].entries[first.entry]
        if found.count > 1 {
            let second = maps[found[1].map].entries[found[1].entry]
            throw Failure(
                .input,
                second.item.finding(
                    "two_entries",
                    Bilingual(
                        id: "dua bagian peta kolom berlaku bagi satu daftar",
                        en: "two entries of column maps are about one list"),
                    remedy: Bilingual(id: "hapus salah satu", en: "remove one of them")))
        }
        if let role = entry.role, role != input.role, let item = entry.roleItem {
            throw Failure(
                .input,
                item.finding(
                    "wrong_role",
                    Bilingual(
                        id: "peta ini untuk '\(role)', padahal daftarnya diberikan sebagai '\(input.role)'",
                        en: "this map is for '\(role)', but the list is given as '\(input.role)'"),
                    remedy: Bilingual(
                        id: "samakan opsi daftar dan 'role'", en: "let the list's option and 'role' agree")))
        }
        return entry
    }

    /// The maps that say something of these lists.
    public func paths(about inputs: [ListInput]) -> [String] {
        maps.filter { map in
            inputs.contains { input in
                input.map == map.path
                    || map.entries.contains { $0.file.map { Self.names($0, ListPath(input.path).file) } ?? false }
            }
        }.map(\.path)
    }

    /// What no list of the run made use of, to be called when all were asked for.
    ///
    /// - Throws: for a map that was of no use at all: a slip, and without it the columns would be others.
    public func warnings(_ inputs: [ListInput]) throws(Failure) -> [Finding] {
        var warnings: [Finding] = []
        var refused: [Finding] = []
        let names = inputs.map { Self.base(ListPath($0.path).file) }
        for (place, map) in maps.enumerated() {
            let unused = map.entries.indices.filter { !used.contains([place, $0]) }
            for number in unused {
                let entry = map.entries[number]
                var finding =
                    entry.file.map { file in
                        entry.item.finding(
                            "unused_map",
                            Bilingual(
                                id: "'\(file)' bukan daftar pemeriksaan ini", en: "'\(file)' is no list of this check"),
                            remedy: NearMiss.suggestion(for: Self.base(file), among: names).map {
                                Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
                            })
                    }
                    ?? entry.item.finding(
                        "unused_map",
                        Bilingual(
                            id: "bagian ini tanpa 'file', dan --map tidak tepat sesudah opsi sebuah daftar",
                            en: "this entry has no 'file', and --map does not follow a list's option"),
                        remedy: Bilingual(
                            id: "tulis --map tepat sesudah daftarnya, atau tambahkan 'file'",
                            en: "write --map right after its list, or add 'file'"))
                if unused.count == map.entries.count {
                    refused.append(finding)
                } else if entry.file != nil {
                    finding.severity = .warning
                    warnings.append(finding)
                }
            }
        }
        if !refused.isEmpty { throw Failure(.usage, refused) }
        return warnings
    }

    /// Why a map is of no use at all; nil where each is of some.
    public func refusal(_ inputs: [ListInput]) -> Failure? {
        do throws(Failure) {
            _ = try warnings(inputs)
            return nil
        } catch {
            return error
        }
    }

    /// Whether what an entry calls its file is the list at a path: the whole path, its end, or the name alone.
    private static func names(_ file: String, _ path: String) -> Bool {
        let wanted = file.split(separator: "/").filter { $0 != "." }
        let parts = path.split(separator: "/").filter { $0 != "." }
        return !wanted.isEmpty && parts.suffix(wanted.count).elementsEqual(wanted)
    }

    private static func base(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
}
