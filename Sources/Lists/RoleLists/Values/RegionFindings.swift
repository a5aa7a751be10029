public import Diagnostics

/// What is said of population lists whose people have no region: their forms stand in a folder of their own.
public enum RegionFindings {
    /// - Parameter counts: what was counted in a list.
    public static func all(_ lists: [OpenList], _ counts: (OpenList) -> ListCounts) -> [Finding] {
        var findings: [Finding] = []
        // Sheets of one workbook mostly lack the same column: it is said once.
        var files: [(path: String, lists: [OpenList])] = []
        for list in lists {
            if files.last?.path == list.path {
                files[files.count - 1].lists.append(list)
            } else {
                files.append((list.path, [list]))
            }
        }
        for file in files {
            let found = file.lists.compactMap { list in finding(list, counts(list)).map { (list, $0) } }
            guard let first = found.first else { continue }
            if found.count == file.lists.count, found.allSatisfy({ $0.1.code == Self.none }) {
                findings.append(first.1.located(file.path))
            } else {
                findings += found.map { list, finding in
                    finding.located(list.sheet.map { "\(list.path)#\($0)" } ?? list.path)
                }
            }
        }
        return findings
    }

    private static let none = "no_region"

    private static func finding(_ list: OpenList, _ counts: ListCounts) -> Finding? {
        let without = counts.causes[OpenList.withoutRegion] ?? 0
        guard without > 0 else { return nil }
        if RegionNameReader.hasNames(list) {
            return warning(
                "unknown_region_names",
                Bilingual(
                    id:
                        "\(without) baris menyebut wilayah dengan nama yang tidak ditemukan di tabel wilayah, atau tidak "
                        + "menyebutnya; orangnya tanpa wilayah",
                    en:
                        "\(without) \(Plural.of(without, "row names", "rows name")) no region, or one that is in no table "
                        + "of regions; these people are without a region"),
                Bilingual(
                    id:
                        "beri tabel kode dan nama dengan --regions F, atau satu wilayah dengan --region KODE sebelum daftar ini",
                    en:
                        "give a table of codes and names with --regions F, or one region with --region CODE before this list"
                ))
        }
        let unreadable = counts.causes[OpenList.unreadableRegion] ?? 0
        if unreadable > 0 {
            return warning(
                "unreadable_regions",
                Bilingual(
                    id: "\(unreadable) baris berisi kode wilayah yang bukan kode; orangnya tanpa wilayah",
                    en:
                        "\(unreadable) \(Plural.of(unreadable, "row holds", "rows hold")) a region code that is none; these people are without a region"
                ),
                Bilingual(
                    id:
                        "kode wilayah terdiri atas 2, 4, 6, atau 10 angka; nama wilayah perlu kolom DESA, KECAMATAN, KABUPATEN",
                    en:
                        "a region code has 2, 4, 6 or 10 digits; names of regions need columns DESA, KECAMATAN, KABUPATEN"
                ))
        }
        guard without == counts.used else {
            return warning(
                "some_without_region",
                Bilingual(
                    id: "\(without) orang di daftar ini tanpa kode wilayah; yang lain punya",
                    en:
                        "\(without) \(Plural.of(without, "person on this list has", "people on this list have")) no region code; the others have one"
                ),
                Bilingual(
                    id: "isi kode wilayahnya, atau beri wilayah mereka dengan --region KODE sebelum daftar ini",
                    en: "fill in the region code, or give theirs with --region CODE before this list"))
        }
        return warning(
            none,
            Bilingual(
                id: "tidak seorang pun di daftar ini punya kode wilayah: formulirnya akan masuk ke folder unknown",
                en: "nobody on this list has a region code: their forms will stand in a folder called unknown"),
            Bilingual(
                id: "beri wilayahnya dengan --region KODE sebelum daftar ini",
                en: "give the region with --region CODE before this list"))
    }

    private static func warning(_ code: String, _ message: Bilingual, _ remedy: Bilingual) -> Finding {
        Finding(code: code, severity: .warning, message: message, remedy: remedy)
    }
}

extension OpenList {
    /// Under which people of a list are counted whose kabupaten is not known.
    public static let withoutRegion = "without_region"
    /// Under which cells are counted that hold something that is no region code.
    public static let unreadableRegion = "region_unreadable"
}

extension Finding {
    fileprivate func located(_ file: String) -> Finding {
        var finding = self
        finding.location = SourceLocation(file: file)
        return finding
    }
}
