import Diagnostics
import Files
import Joining
import RoleLists
import RunFolder
import Tabular

/// What there is to say of the answers of the field and the office: which of them count for nobody, and who gave those
/// that count.
struct AnswerFindings {
    private let answers: RowAnswers
    private let lists: [Int: OpenList]

    init(_ result: CheckResult) {
        answers = result.answers
        lists = Dictionary(result.lists.map { ($0.number, $0) }) { first, _ in first }
    }

    /// Appends the answers that count for nobody to the table of rows that were not decided.
    func append(to table: inout CSVText, _ language: Language) {
        for answer in answers.refused {
            guard let list = lists[answer.list] else { continue }
            table.append(list.name)
            table.append(answer.row)
            table.append(answer.column)
            table.append(answer.code)
            table.append(answer.message.text(in: language))
            table.endLine()
        }
    }

    /// A warning a list, with the place of the first such answer.
    var warnings: [Finding] {
        var first: [(answer: RefusedAnswer, count: Int)] = []
        for answer in answers.refused {
            if let last = first.last, last.answer.list == answer.list {
                first[first.count - 1].count += 1
            } else {
                first.append((answer, 1))
            }
        }
        return first.compactMap { answer, count in
            guard let list = lists[answer.list] else { return nil }
            return Finding(
                code: "answers_refused", severity: .warning,
                message: Bilingual(
                    id: "\(count) jawaban tidak dipakai; yang pertama: \(answer.message.indonesian)",
                    en:
                        "\(count) \(Plural.of(count, "answer does", "answers do")) not count; the first: \(answer.message.english)"
                ),
                remedy: Bilingual(id: "lihat semuanya di rejected.csv", en: "rejected.csv lists all of them"),
                location: SourceLocation(
                    file: list.sheet.map { "\(list.path)#\($0)" } ?? list.path, row: answer.row, column: answer.column))
        }
    }

    /// Who answered, when, in which list, and how many of these answers count: in the order of the lists.
    var sources: [Manifest.AnswerSource] {
        answers.sources.sorted { left, right in
            let (one, other) = (left.key, right.key)
            if one.list != other.list { return one.list < other.list }
            if one.on != other.on { return one.on.utf8.lexicographicallyPrecedes(other.on.utf8) }
            return one.by.utf8.lexicographicallyPrecedes(other.by.utf8)
        }.map { source, count in
            Manifest.AnswerSource(list: lists[source.list]?.name ?? "", by: source.by, on: source.on, answers: count)
        }
    }
}
