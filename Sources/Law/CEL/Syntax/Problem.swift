import Diagnostics

/// Something wrong with an expression, before it is placed in a file.
struct Problem {
    /// What kind of thing is wrong; the raw value is the finding's code.
    enum Code: String {
        case syntax = "expression_syntax"
        case leftOut = "expression_left_out"
        case tooLarge = "expression_too_large"
        case unknownName = "expression_unknown_name"
        case unknownFunction = "expression_unknown_function"
        case type = "expression_type"
        case notSafe = "expression_not_safe"
        case neverTrue = "expression_never_true"
    }

    var kind: Code
    var place: Range<Int>
    var message: Bilingual
    var remedy: Bilingual?

    var code: String { kind.rawValue }

    init(_ kind: Code, _ place: Range<Int>, id: String, en: String, remedy: Bilingual? = nil) {
        self.kind = kind
        self.place = place
        message = Bilingual(id: id, en: en)
        self.remedy = remedy
    }

    /// A part of the language that this profile leaves out, by name.
    static func leftOut(_ place: Range<Int>, id: String, en: String, remedy: Bilingual? = nil) -> Problem {
        Problem(
            .leftOut, place, id: "\(id) tidak termasuk bagian CEL yang dipakai di sini",
            en: "\(en) are left out of the CEL profile", remedy: remedy)
    }
}
