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

        // A mark stands for a list, for a class of recordings, or for neither. Of people who recorded it says that they
        // stand on a list, or are of the most advanced class; of the others, neither or that they have not.
        let marks = codes("population", "ktp_el")
        func bytes(_ codes: [ListSchema.Code]) -> [[UInt8]] {
            codes.compactMap { $0.words.first.map { Array($0.utf8) } }
        }
        let listed = marks.filter { schema.role($0.code) != nil }
        let classed = marks.filter { order.contains($0.code) }
        let neither = marks.filter { schema.role($0.code) == nil && !order.contains($0.code) }
        marked = (
            recorded: bytes(listed + classed.filter { $0.code == order.first }),
            not: bytes(neither + classed.filter { recordings?.precedence.denying.contains($0.code) ?? false })
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

    /// The words of each code of a column, in the order in which forms number the codes. Not those of cells that say
    /// nothing, nor of codes that no word means.
    func codes(_ role: String, _ column: String) -> [[[UInt8]]] {
        guard let column = schema.role(role)?.column(column) else { return [] }
        return Self.numbered(column.codes.filter { !$0.words.isEmpty && $0.code != column.silentCode })
            .map { $0.words.map { Array($0.utf8) } }
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
