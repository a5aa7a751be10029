public import Civil
public import Diagnostics

/// A value of a document while it is read: knows its path, and reports what is wrong with it.
///
/// Every reading function returns nil after it has reported why, so that reading goes on and finds the next problem.
public struct DocumentPlace {
    public let document: Document
    public let node: JSON5Node
    public let path: String
    public let log: FindingLog
    /// Whether the document is no object, and so may be anything: a list of people given by mistake.
    private let mayBeList: Bool

    public var spot: Spot { Spot(document: document, range: node.range, path: path, showsShape: mayBeList) }

    /// Reads `document` as JSON5; nil after reporting that it is none.
    public init?(_ document: Document, log: FindingLog) {
        do throws(JSON5Problem) {
            if let line = document.brokenLine { throw JSON5Problem(reason: .notUTF8, range: line) }
            let node = try JSON5Parser.parse(document.bytes)
            let isObject = if case .object = node.value { true } else { false }
            self.init(document: document, node: node, path: "", log: log, mayBeList: !isObject)
        } catch {
            let spot = Spot(document: document, range: error.range, path: "", showsShape: true)
            log.add("json5_syntax", at: spot, error.reason.message)
            return nil
        }
    }

    private init(document: Document, node: JSON5Node, path: String, log: FindingLog, mayBeList: Bool) {
        self.document = document
        self.node = node
        self.path = path
        self.log = log
        self.mayBeList = mayBeList
    }

    public func child(_ node: JSON5Node, _ step: String) -> DocumentPlace {
        let path = step.hasPrefix("[") || self.path.isEmpty ? self.path + step : "\(self.path).\(step)"
        return DocumentPlace(document: document, node: node, path: path, log: log, mayBeList: mayBeList)
    }

    public func report(_ code: String, _ message: Bilingual, remedy: Bilingual? = nil) {
        log.add(code, at: spot, message, remedy: remedy)
    }

    /// Reports that the value is of another kind.
    func reportType(_ expected: Bilingual) {
        report(
            "wrong_type",
            Bilingual(
                id: "harus \(expected.indonesian), bukan \(node.kindName.indonesian)",
                en: "expected \(expected.english), found \(node.kindName.english)"))
    }

    /// A text that is not empty.
    public func text() -> String? {
        guard case .string(let text) = node.value else {
            reportType(Bilingual(id: "teks", en: "a text"))
            return nil
        }
        guard !text.isEmpty else {
            report("empty_text", Bilingual(id: "teks kosong", en: "the text is empty"))
            return nil
        }
        return text
    }

    /// A whole number of `range`, written in digits.
    public func integer(in range: ClosedRange<Int>) -> Int? {
        guard case .number(let text) = node.value else {
            reportType(Bilingual(id: "bilangan bulat", en: "a whole number"))
            return nil
        }
        guard let number = JSON5Number.integer(text), range.contains(number) else {
            report(
                "wrong_number",
                Bilingual(
                    id: "harus bilangan bulat \(range.lowerBound) sampai \(range.upperBound)",
                    en: "expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
            return nil
        }
        return number
    }

    public func truth() -> Bool? {
        guard case .bool(let truth) = node.value else {
            reportType(Bilingual(id: "true atau false", en: "true or false"))
            return nil
        }
        return truth
    }

    /// A date, `YYYY-MM-DD`.
    public func day() -> CivilDate? {
        guard case .string(let text) = node.value else {
            reportType(Bilingual(id: "tanggal 'YYYY-MM-DD'", en: "a date 'YYYY-MM-DD'"))
            return nil
        }
        guard let day = CivilDate(iso: text) else {
            report("wrong_date", Bilingual(id: "bukan tanggal YYYY-MM-DD", en: "no date of the form YYYY-MM-DD"))
            return nil
        }
        return day
    }

    /// One of a fixed set of words.
    public func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, what: Bilingual) -> Word?
    where Word.RawValue == String {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text) { return word }
        log.addUnknown("unknown_word", at: spot, text, what: what, among: Word.allCases.map(\.rawValue))
        return nil
    }

    /// `{ id: '…', en: '…' }`
    public func bilingual() -> Bilingual? {
        fields { fields in
            let indonesian = fields.required("id")?.text()
            let english = fields.required("en")?.text()
            guard let indonesian, let english else { return nil }
            return Bilingual(id: indonesian, en: english)
        }
    }

    /// `'…'`, which stands for both languages (the name of a law), or `{ id: '…', en: '…' }`.
    public func words() -> Bilingual? {
        if case .object = node.value { return bilingual() }
        return text().map(Bilingual.init(both:))
    }

    public func elements() -> [DocumentPlace]? {
        guard case .array(let nodes) = node.value else {
            reportType(Bilingual(id: "daftar [ … ]", en: "a list [ … ]"))
            return nil
        }
        return nodes.enumerated().map { child($1, "[\($0)]") }
    }

    /// The elements that `read` could read.
    public func list<Element>(_ read: (DocumentPlace) -> Element?) -> [Element]? {
        elements()?.compactMap(read)
    }

    public func texts() -> [String]? { list { $0.text() } }

    /// The members of a map whose keys the document chooses.
    public func members() -> [(key: String, keySpot: Spot, value: DocumentPlace)]? {
        guard case .object(let members) = node.value else {
            reportType(Bilingual(id: "objek { … }", en: "an object { … }"))
            return nil
        }
        var seen: Set<String> = []
        return members.compactMap { member in
            let keySpot = Spot(document: document, range: member.keyRange, path: path, showsShape: mayBeList)
            guard seen.insert(member.key).inserted else {
                log.add(
                    "duplicate_key", at: keySpot,
                    Bilingual(id: "kunci '\(member.key)' ditulis dua kali", en: "the key '\(member.key)' stands twice"),
                    remedy: Bilingual(id: "hapus salah satunya", en: "remove one of them"))
                return nil
            }
            return (member.key, keySpot, child(member.value, member.key))
        }
    }

    /// Reads an object of known fields; afterwards reports every field that `read` did not ask for.
    public func fields<Value>(_ read: (Fields) -> Value?) -> Value? {
        guard let members = members() else { return nil }
        let fields = Fields(self, members)
        let value = read(fields)
        fields.reportUnknown()
        return value
    }
}

extension JSON5Node {
    /// What the value is, for messages.
    public var kindName: Bilingual {
        switch value {
        case .null: Bilingual(both: "null")
        case .bool: Bilingual(id: "true/false", en: "true/false")
        case .number: Bilingual(id: "bilangan", en: "a number")
        case .string: Bilingual(id: "teks", en: "a text")
        case .array: Bilingual(id: "daftar", en: "a list")
        case .object: Bilingual(id: "objek", en: "an object")
        }
    }

    public var isNull: Bool { if case .null = value { true } else { false } }
}
