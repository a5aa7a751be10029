import Diagnostics
import Joining
import RoleLists
import Rules
import Schema

/// Kabupaten of whose people the lists of recordings that were given hold nobody: lists of other kabupaten, most
/// likely. Their people are decided as if no recordings had been given.
enum AreasWithoutRecordings {
    /// A kabupaten of fewer people may well have none.
    private static let fewest = 50

    /// First four digits of their codes.
    static func regencies(_ context: RunContext, _ keys: KeyPass.Result, _ report: JoinReport) -> Set<UInt16> {
        guard hasRecordings(context) else { return [] }
        return Set(
            keys.people.filter { $0.value > fewest && !report.regencies.contains($0.key) }.map(\.key))
    }

    /// What is said of them, and of a run without any list of recordings.
    static func findings(_ context: RunContext, _ regencies: Set<UInt16>, _ names: [String: String]) -> [Finding] {
        if !hasRecordings(context) {
            return [
                warning(
                    "no_recordings",
                    id:
                        "tidak ada daftar perekaman: keadaan perekaman hanya dari tanda KTP-el dalam daftar penduduk; yang tanpa tanda belum dapat dipastikan",
                    en:
                        "no list of recordings was given: recording is known by the population list's own KTP-el mark alone; people without one are not verified",
                    remedy: Bilingual(
                        id: "beri daftar perekaman dengan --recordings F", en: "give one with --recordings F"))
            ]
        }
        return regencies.sorted().map { regency in
            let code = String(regency)
            let name = names[code].map { "\(code) \($0)" } ?? code
            return warning(
                "no_recordings_of_area",
                id:
                    "daftar perekaman yang diberikan tidak memuat seorang pun dari \(name): orang-orangnya diputuskan seolah-olah tanpa daftar perekaman",
                en:
                    "the lists of recordings hold nobody of \(name): its people are decided as if none had been given",
                remedy: Bilingual(
                    id: "beri daftar perekaman kabupaten/kota itu", en: "give the recordings of that kabupaten or kota")
            )
        }
    }

    private static func hasRecordings(_ context: RunContext) -> Bool {
        context.others.contains { list in
            if case .latest = list.role.rows { true } else { false }
        }
    }

    private static func warning(_ code: String, id: String, en: String, remedy: Bilingual) -> Finding {
        Finding(code: code, severity: .warning, message: Bilingual(id: id, en: en), remedy: remedy)
    }
}
