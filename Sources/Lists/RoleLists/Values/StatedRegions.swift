import Civil
public import Diagnostics
public import Schema
import Tabular

/// Gives population lists without a region of their own the one that stands above their heading, and says so.
public enum StatedRegions {
    /// - Parameters:
    ///   - names: where names of regions are looked up.
    ///   - titles: names by code, for what is said.
    public static func take(
        _ lists: inout [OpenList], _ names: RegionNameIndex, _ schema: ListSchema, titles: [String: String]
    ) -> [Finding] {
        let words = schema.headingWords
        var contradictions: [Finding] = []
        var taken: [(path: String, row: Int, codes: [String])] = []
        for place in lists.indices where mayState(lists[place]) {
            let list = lists[place]
            switch StatedRegion.read(list, names, words, list.role) {
            case .region(let code, let row):
                lists[place].statedRegion = code
                if taken.last?.path == list.path {
                    taken[taken.count - 1].codes.append(code.description)
                } else {
                    taken.append((list.path, row, [code.description]))
                }
            case .contradiction(let row):
                contradictions.append(contradiction(list.sheet.map { "\(list.path)#\($0)" } ?? list.path, row: row))
            case nil: continue
            }
        }
        return taken.map { finding($0.path, row: $0.row, $0.codes, titles) } + contradictions
    }

    /// Whether a list has lines above its heading and people whose region nobody gave.
    public static func mayState(_ list: OpenList) -> Bool {
        list.role.rows == .person && list.givenRegion.isUnknown && !list.opening.above.isEmpty
    }

    private static func contradiction(_ path: String, row: Int) -> Finding {
        Finding(
            code: "letterhead_contradicts", severity: .warning,
            message: Bilingual(
                id:
                    "baris-baris di atas judul kolom menyebut wilayah yang berlainan, atau kode dengan nama wilayah lain; tidak dipakai",
                en:
                    "the lines above the heading state different regions, or a code with another region's name; they are not used"
            ),
            remedy: Bilingual(
                id: "perbaiki kepala daftar, atau beri wilayahnya dengan --region KODE sebelum daftar ini",
                en: "mend the letterhead, or give the region with --region CODE before this list"),
            location: SourceLocation(file: path, row: row))
    }

    private static func finding(
        _ path: String, row: Int, _ codes: [String], _ titles: [String: String]
    ) -> Finding {
        let different = Set(codes).sorted()
        let shown =
            different.prefix(3).map { code in titles[code].map { "\(code) \($0)" } ?? code }.joined(separator: ", ")
            + (different.count > 3 ? ", ..." : "")
        let (sheetsID, sheets) =
            codes.count == 1
            ? ("", "") : (" (\(codes.count) lembar)", " (\(codes.count) sheets)")
        return Finding(
            code: "region_from_letterhead", severity: .warning,
            message: Bilingual(
                id: "tidak ada kolom wilayah: wilayah \(shown) diambil dari baris di atas judul kolom\(sheetsID)",
                en:
                    "no column gives the region: \(shown) \(Plural.of(different.count, "is", "are")) taken from the lines above the heading\(sheets)"
            ),
            remedy: Bilingual(
                id: "bila salah, beri wilayahnya dengan --region KODE sebelum daftar ini",
                en: "if that is wrong, give the region with --region CODE before this list"),
            location: SourceLocation(file: path, row: row))
    }
}
