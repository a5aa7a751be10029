import Schema

/// Headings and code words for the made-up lists, taken from the rule book's schema: none stands here.
///
/// Which code means what is read off the schema as well: codes are put in the order in which forms number them
/// (the code that `1` stands for first), and the classes of recordings in the order of advancement.
struct SampleVocabulary {
    let schema: ListSchema
    /// Never married, married, formerly married: words for each.
    let maritalStatus: [[[UInt8]]]
    /// Men, women.
    let sex: [[[UInt8]]]
    /// Citizen, foreigner.
    let citizenship: [[[UInt8]]]
    let disability: [[[UInt8]]]
    /// What the list's own mark says of people who recorded, and of those who did not.
    let marked: (recorded: [[UInt8]], not: [[UInt8]])
    /// Words of each class of recordings, most advanced first; empty where a class has none (unknown).
    let classes: [[[UInt8]]]

    init(_ schema: ListSchema) {
        self.schema = schema
        func codes(_ role: String, _ column: String) -> [ListSchema.Code] {
            schema.role(role)?.column(column)?.codes ?? []
        }
        func words(_ codes: [ListSchema.Code]) -> [[[UInt8]]] {
            codes.map { $0.words.map { Array($0.utf8) } }
        }
        maritalStatus = words(Self.numbered(codes("population", "marital_status")))
        sex = words(Self.numbered(codes("population", "sex")))
        citizenship = words(Self.numbered(codes("population", "citizenship")))
        disability = words(Self.numbered(codes("population", "disability")))

        let recordings = schema.role("recordings")
        var order: [String] = []
        var classColumn = ""
        if case .latest(_, let code, let given)? = recordings?.rows { (classColumn, order) = (code, given) }
        let known = codes("recordings", classColumn)
        classes = words(order.map { id in known.first { $0.code == id } ?? ListSchema.Code(code: id, words: []) })

        // The mark of people who recorded is the code that also takes the words of the most advanced class.
        let marks = codes("population", "ktp_el")
        let advanced = Set(known.first { $0.code == order.first }?.words ?? [])
        let recordedMark = marks.firstIndex { !advanced.isDisjoint(with: $0.words) } ?? 0
        func bytes(_ code: ListSchema.Code?) -> [[UInt8]] { (code?.words ?? []).map { Array($0.utf8) } }
        marked = (
            recorded: bytes(marks.indices.contains(recordedMark) ? marks[recordedMark] : nil),
            not: bytes(marks.indices.first { $0 != recordedMark }.map { marks[$0] })
        )
    }

    /// The heading of a column in one of its spellings; nil where the schema has no such column.
    func heading(_ role: String, _ column: String, in dialect: SampleDialect) -> String? {
        guard let headings = schema.role(role)?.column(column)?.headings, !headings.isEmpty else { return nil }
        let heading = headings[min(dialect.variant, headings.count - 1)]
        switch dialect.headingCase {
        case .asGiven: return heading
        case .lower: return heading.lowercased()
        case .underscored: return String(heading.map { $0 == " " ? "_" : $0 })
        }
    }

    /// The words of each code of a column, in the order in which forms number the codes.
    func codes(_ role: String, _ column: String) -> [[[UInt8]]] {
        Self.numbered(schema.role(role)?.column(column)?.codes ?? []).map { $0.words.map { Array($0.utf8) } }
    }

    /// A word for the code at `place`, in the spelling numbered `variant`; empty where there is none.
    static func word(_ codes: [[[UInt8]]], _ place: Int, _ variant: Int) -> [UInt8] {
        guard codes.indices.contains(place), !codes[place].isEmpty else { return [] }
        return codes[place][min(variant, codes[place].count - 1)]
    }

    /// The codes by the smallest number among their words; those without a number keep their order, last.
    private static func numbered(_ codes: [ListSchema.Code]) -> [ListSchema.Code] {
        let keyed = codes.enumerated().map { place, code in
            (key: code.words.compactMap { Int($0) }.min() ?? Int.max, place: place, code: code)
        }
        return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.code)
    }
}
