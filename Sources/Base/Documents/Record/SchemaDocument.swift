public import Diagnostics
import FoundationEssentials

/// A whole document: a record under a schema number, so that a program knows whether it can read it.
public protocol SchemaDocument: DocumentRecord {
    /// The schema that this program writes, and the only one it reads.
    static var schema: Int { get }
    /// What the document is, for messages: `the manifest of a run`.
    static var title: Bilingual { get }
    /// What to do about one that cannot be read.
    static var remedy: Bilingual { get }
}

extension SchemaDocument {
    public static var schema: Int { 1 }

    private static var schemaField: String { "schema" }

    /// The document as it is written.
    public var document: [UInt8] {
        JSONText.object(
            [.init(Self.schemaField, .integer(Self.schema))] + Self.fields.compactMap { $0.member(of: self) }
        ).bytes
    }

    /// Reads the document of the file `name`.
    ///
    /// - Throws: `.input` with everything that is wrong with it, each with its row and column.
    public init(name: String, bytes: [UInt8]) throws(Failure) {
        let log = FindingLog()
        if let place = DocumentPlace(Document(name: name, bytes: bytes), log: log), Self.isKnown(place),
            let record = Self(place)
        {
            self = record
            return
        }
        throw Failure(
            .input,
            log.findings.map { finding in
                var finding = finding
                finding.remedy = finding.remedy ?? Self.remedy
                return finding
            })
    }

    private static func unreadable(_ path: String) -> Finding {
        Finding(
            code: "document_unreadable",
            message: Bilingual(id: "\(title.indonesian) tidak dapat dibaca", en: "\(title.english) cannot be read"),
            remedy: remedy, location: SourceLocation(file: path))
    }

    /// Reads the file at `path`.
    public init(reading path: String) throws(Failure) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.input, Self.unreadable(path))
        }
        try self.init(name: path, bytes: Array(data))
    }

    /// Whether the document bears the schema that is read here; reports that it does not.
    private static func isKnown(_ place: DocumentPlace) -> Bool {
        guard let members = place.members() else { return false }
        let object = Fields(place, members)
        guard let field = object.nullable(schemaField) else {
            object.reportAbsent(schemaField)
            return false
        }
        guard let number = Int(field) else { return false }
        if number == schema { return true }
        field.report(
            "unknown_schema",
            Bilingual(
                id: "\(title.indonesian) bentuk \(number); program ini membaca bentuk \(schema)",
                en: "\(title.english) of schema \(number); this program reads schema \(schema)"),
            remedy: Bilingual(
                id: "baca dengan versi program yang menulisnya", en: "read it with the version that wrote it"))
        return false
    }
}
