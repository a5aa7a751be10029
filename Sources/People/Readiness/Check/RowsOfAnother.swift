import Diagnostics
import Joining
import Linkage
import RoleLists
import Schema

/// Rows of other lists that are another's than whoever bears their NIK: few in most lists, many in one whose columns were
/// sorted apart.
struct RowsOfAnother {
    private let lists: [OpenList]
    /// By the list's number: rows that bear a listed NIK, and those of them that are of nobody who bears it.
    private let joined: [Int: Int]
    private var others: [Int: Int] = [:]

    init(_ context: RunContext, _ persons: any JoinedPersons, _ decided: [DecidePass.Result]) {
        lists = context.others
        joined = persons.report.joined
        var weighed = WeighedRows()
        for thread in decided { weighed.add(thread.weighed) }
        for (role, rows) in persons.doubtful {
            for place in weighed.ofNobody(role) { others[Int(rows.lists[place]), default: 0] += 1 }
        }
    }

    /// - Throws: `.input` with the figure for every list of which too many rows are other people's.
    func refuse(accepting accepted: [String]) throws(Failure) {
        let findings = lists.compactMap { list -> Finding? in
            let (joined, others) = (joined[list.number] ?? 0, others[list.number] ?? 0)
            guard let limit = list.role.sortedApart, limit.isExceeded(others, of: joined),
                !accepted.contains(where: { $0 == list.role.id || $0 == list.role.option })
            else { return nil }
            return finding(list, others, of: joined)
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    /// Counts them as left out; `counts` by place in the other lists.
    func leaveOut(of counts: inout [ListCounts]) {
        for (place, list) in lists.enumerated() where counts.indices.contains(place) {
            guard let rows = others[list.number] else { continue }
            counts[place].used -= rows
            counts[place].leftOut += rows
            counts[place].count("rows_of_others", rows)
        }
    }

    private func finding(_ list: OpenList, _ others: Int, of joined: Int) -> Finding {
        let option = list.role.option
        return Finding(
            code: "sorted_apart",
            message: Bilingual(
                id:
                    "pada \(others) dari \(joined) baris yang NIK-nya terdaftar, nama dan tanggal lahir milik orang lain: kolom daftar ini tampaknya diurutkan terpisah",
                en:
                    "in \(others) of \(joined) rows whose NIK is listed, name and birth date are another person's: the columns of this list seem to have been sorted apart"
            ),
            remedy: Bilingual(
                id:
                    "minta daftar aslinya; bila memang demikian isinya, lanjutkan dengan --accept-role \(option)",
                en: "ask for the original list; if that is what it says, go on with --accept-role \(option)"),
            location: SourceLocation(file: list.path))
    }
}
