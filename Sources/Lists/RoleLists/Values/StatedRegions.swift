import Civil
public import Diagnostics
public import Schema
import Tabular

/// Gives population lists without a region of their own the one that stands above their heading, and says so.
public enum StatedRegions {
    /// - Parameter names: where names of regions are looked up.
    public static func take(_ lists: inout [OpenList], _ names: RegionNameIndex, _ schema: ListSchema) -> [Finding] {
        let words = schema.headingWords
        var taken: [(path: String, row: Int, codes: [String])] = []
        for place in lists.indices where mayState(lists[place]) {
            guard let region = StatedRegion(lists[place], names, words, lists[place].role) else { continue }
            lists[place].statedRegion = region.code
            if taken.last?.path == lists[place].path {
                taken[taken.count - 1].codes.append(region.code.description)
            } else {
                taken.append((lists[place].path, region.row, [region.code.description]))
            }
        }
        return taken.map { finding($0.path, row: $0.row, $0.codes) }
    }

    /// Whether a list has lines above its heading and people whose region nobody gave.
    public static func mayState(_ list: OpenList) -> Bool {
        list.role.rows == .person && list.givenRegion.isUnknown && !list.opening.above.isEmpty
    }

    private static func finding(_ path: String, row: Int, _ codes: [String]) -> Finding {
        let different = Set(codes).sorted()
        let shown = different.prefix(3).joined(separator: ", ") + (different.count > 3 ? ", ..." : "")
        let (sheetsID, sheets) =
            codes.count == 1
            ? ("", "") : (" (\(codes.count) lembar)", " (\(codes.count) sheets)")
        return Finding(
            code: "region_from_letterhead", severity: .warning,
            message: Bilingual(
                id: "tidak ada kolom wilayah: wilayah \(shown) diambil dari baris di atas judul kolom\(sheetsID)",
                en: "no column gives the region: \(shown) is taken from the lines above the heading\(sheets)"),
            remedy: Bilingual(
                id: "bila salah, beri wilayahnya dengan --region KODE sebelum daftar ini",
                en: "if that is wrong, give the region with --region CODE before this list"),
            location: SourceLocation(file: path, row: row))
    }
}
