public import Diagnostics

/// A command line taken apart: options anywhere, `--name value` or `--name=value`, `--` ends them, `-` is an operand.
/// A list's option takes further names up to the next option; one that ends in `.json5` is an operand, as a job file is.
public struct Arguments: Sendable, Equatable {
    /// One use of an option.
    public struct Use: Sendable, Equatable {
        public var name: String
        /// nil for an option that takes none.
        public var value: String?
        /// Whether it is a further name after the same option.
        public var isFurther: Bool

        public init(_ name: String, _ value: String? = nil, isFurther: Bool = false) {
            self.name = name
            self.value = value
            self.isFurther = isFurther
        }
    }

    /// In the order given.
    public var uses: [Use] = []
    public var operands: [String] = []

    /// - Throws: `.usage` with every unknown or incomplete option.
    public init(_ words: [String], options: [OptionSpec]) throws(Failure) {
        var findings: [Finding] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let (name, attached) = Self.split(word)
            guard let option = options.first(where: { "--\($0.name)" == name || (name == "-h" && $0.name == "help") })
            else {
                findings.append(Self.unknown(name, options))
                continue
            }
            switch (option.takesValue, attached) {
            case (false, nil): uses.append(Use(option.name))
            case (false, _?): findings.append(Self.needless(option))
            case (true, let value?) where !value.isEmpty:
                uses.append(Use(option.name, value))
                takeFurtherNames(of: option, &rest)
            case (true, _?): findings.append(Self.missing(option))
            case (true, nil):
                // Another option in place of the value: the value was forgotten.
                let isOption = rest.first.map { next in options.contains { "--\($0.name)" == Self.split(next).name } }
                guard isOption == false, let value = rest.first, !value.isEmpty, value != "--" else {
                    if isOption == false && rest.first != "--" { rest.removeFirst() }
                    findings.append(Self.missing(option))
                    continue
                }
                rest.removeFirst()
                uses.append(Use(option.name, value))
                takeFurtherNames(of: option, &rest)
            }
        }
        if !findings.isEmpty { throw Failure(.usage, findings) }
    }

    private mutating func takeFurtherNames(of option: OptionSpec, _ rest: inout ArraySlice<String>) {
        guard option.isList else { return }
        while let name = rest.first, !name.isEmpty, !name.hasPrefix("-"), !JobFile.isName(name) {
            rest.removeFirst()
            uses.append(Use(option.name, name, isFurther: true))
        }
    }

    public func has(_ name: String) -> Bool { uses.contains { $0.name == name } }

    /// The value of the last use.
    public func value(_ name: String) -> String? { uses.last { $0.name == name }?.value }

    private static func split(_ word: String) -> (name: String, value: String?) {
        guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    private static func unknown(_ name: String, _ options: [OptionSpec]) -> Finding {
        // Sixteen digits in a row may be somebody's NIK: never repeat them.
        let shown = name.utf8.count(where: { (0x30...0x39).contains($0) }) > 6 ? "--…" : name
        let sought = String(name.drop { $0 == "-" })
        let remedy = NearMiss.suggestion(for: sought, among: options.map(\.name)).map {
            Bilingual(id: "maksudnya --\($0)?", en: "did you mean --\($0)?")
        }
        return Finding(
            code: "unknown_option",
            message: Bilingual(id: "opsi \(shown) tidak dikenal", en: "unknown option \(shown)"), remedy: remedy)
    }

    private static func missing(_ option: OptionSpec) -> Finding {
        func form(_ language: Language) -> String {
            "--\(option.name) " + ValueNames.text(option.argument?.placeholder ?? "", in: language)
        }
        return Finding(
            code: "option_without_value",
            message: Bilingual(
                id: "opsi --\(option.name) perlu nilai: \(form(.indonesian))",
                en: "option --\(option.name) needs a value: \(form(.english))"))
    }

    private static func needless(_ option: OptionSpec) -> Finding {
        Finding(
            code: "option_with_value",
            message: Bilingual(
                id: "opsi --\(option.name) tidak memakai nilai", en: "option --\(option.name) takes no value"))
    }
}
