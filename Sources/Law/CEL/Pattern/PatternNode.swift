/// A regular expression as a tree.
indirect enum PatternNode {
    case empty
    case scalar(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// `most` is nil for no limit.
    case repetition(PatternNode, least: Int, most: Int?)

    enum Assertion {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }
}

/// A set of code points that one position of a text may have.
struct ScalarSet {
    enum Item {
        case range(ClosedRange<UInt32>)
        case category(Set<Unicode.GeneralCategory>, isNegated: Bool)
    }

    var items: [Item] = []
    var isNegated = false
    /// Whether `a` also stands for `A`.
    var foldsCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var found = holds(scalar)
        if !found, foldsCase {
            let properties = scalar.properties
            found = [properties.lowercaseMapping, properties.uppercaseMapping].contains { mapping in
                let scalars = mapping.unicodeScalars
                guard let only = scalars.first, scalars.count == 1, only != scalar else { return false }
                return holds(only)
            }
        }
        return found != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar.value)
            case .category(let categories, let isNegated):
                categories.contains(scalar.properties.generalCategory) != isNegated
            }
        }
    }

    static func one(_ scalar: Unicode.Scalar) -> ScalarSet {
        ScalarSet(items: [.range(scalar.value...scalar.value)])
    }

    /// The complement of ascending ranges.
    static func outside(_ ranges: [ClosedRange<UInt32>]) -> [Item] {
        var items: [Item] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { items.append(.range(next...(range.lowerBound - 1))) }
            next = range.upperBound + 1
        }
        items.append(.range(next...0x10FFFF))
        return items
    }

    private static func ranges(_ pairs: [(Unicode.Scalar, Unicode.Scalar)]) -> [ClosedRange<UInt32>] {
        pairs.map { $0.0.value...$0.1.value }
    }

    /// `\d`, `\w`, `\s`: ASCII, as RE2 has them.
    static let perl: [Unicode.Scalar: [ClosedRange<UInt32>]] = [
        "d": ranges([("0", "9")]),
        "s": ranges([("\t", "\n"), ("\u{C}", "\r"), (" ", " ")]),
        "w": ranges([("0", "9"), ("A", "Z"), ("_", "_"), ("a", "z")]),
    ]

    /// `[[:alpha:]]` and its like.
    static let posix: [String: [ClosedRange<UInt32>]] = [
        "alnum": ranges([("0", "9"), ("A", "Z"), ("a", "z")]),
        "alpha": ranges([("A", "Z"), ("a", "z")]),
        "ascii": ranges([("\u{0}", "\u{7F}")]),
        "blank": ranges([("\t", "\t"), (" ", " ")]),
        "cntrl": ranges([("\u{0}", "\u{1F}"), ("\u{7F}", "\u{7F}")]),
        "digit": ranges([("0", "9")]),
        "graph": ranges([("!", "~")]),
        "lower": ranges([("a", "z")]),
        "print": ranges([(" ", "~")]),
        "punct": ranges([("!", "/"), (":", "@"), ("[", "`"), ("{", "~")]),
        "space": ranges([("\t", "\r"), (" ", " ")]),
        "upper": ranges([("A", "Z")]),
        "word": ranges([("0", "9"), ("A", "Z"), ("_", "_"), ("a", "z")]),
        "xdigit": ranges([("0", "9"), ("A", "F"), ("a", "f")]),
    ]

    /// `\p{Lu}` and its like; general categories alone.
    static let categories: [String: Set<Unicode.GeneralCategory>] = {
        let single: [String: Unicode.GeneralCategory] = [
            "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
            "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
            "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
            "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
            "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol,
            "So": .otherSymbol, "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control,
            "Cf": .format, "Co": .privateUse,
        ]
        var all: [String: Set<Unicode.GeneralCategory>] = [:]
        for (name, category) in single {
            all[name] = [category]
            all[String(name.prefix(1)), default: []].insert(category)
        }
        return all
    }()
}
