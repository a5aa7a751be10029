import Diagnostics
import Joining

/// What there is to say of population lists that hold mostly the same NIKs: a list that many others repeat is named once.
struct OverlapWarnings {
    /// By the places of the population lists: names, and rows with a usable NIK.
    let names: [String]
    let usable: [Int]

    /// The other lists that are named for one.
    private static let named = 3

    /// - Parameter overlaps: by the first list, then the second.
    func of(_ overlaps: [EqualNIKPass.Overlap]) -> [Finding] {
        let known = overlaps.filter { overlap in
            guard names.indices.contains(overlap.first), names.indices.contains(overlap.second) else { return false }
            return overlap.niks * 5 > min(usable[overlap.first], usable[overlap.second])
        }
        var warnings: [Finding] = []
        var rest = known[...]
        while let first = rest.first?.first {
            let group = rest.prefix { $0.first == first }
            rest = rest.dropFirst(group.count)
            warnings += group.count <= Self.named ? group.map(warning) : [warning(first, group.map(\.second))]
        }
        return warnings
    }

    private func warning(_ overlap: EqualNIKPass.Overlap) -> Finding {
        let (first, second) = (names[overlap.first], names[overlap.second])
        return warning(
            Bilingual(
                id:
                    "\(first) dan \(second) memuat \(overlap.niks) NIK yang sama: mungkin dua daftar orang yang sama (DP4 dan DPT), sehingga semua orang tampak ganda",
                en:
                    "\(first) and \(second) hold \(overlap.niks) equal \(Plural.of(overlap.niks, "NIK", "NIKs")): probably two lists of the same people (DP4 and DPT), which makes everyone a duplicate"
            ))
    }

    private func warning(_ first: Int, _ others: [Int]) -> Finding {
        let shown = others.prefix(Self.named).map { names[$0] }.joined(separator: ", ")
        return warning(
            Bilingual(
                id:
                    "\(others.count) daftar lain memuat banyak NIK yang sama dengan \(names[first]) (\(shown), ...): mungkin daftar orang yang sama, sehingga semua orang tampak ganda",
                en:
                    "\(others.count) other lists hold many of the NIKs of \(names[first]) (\(shown), ...): probably lists of the same people, which makes everyone a duplicate"
            ))
    }

    private func warning(_ message: Bilingual) -> Finding {
        Finding(
            code: "lists_overlap", severity: .warning, message: message,
            remedy: Bilingual(id: "beri satu daftar saja", en: "give one of them only"))
    }
}
