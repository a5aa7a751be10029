import Glibc

/// The name of an element or attribute with its namespace, in a few words, so that names are compared at once.
struct XMLName: Hashable, Sendable {
    /// The vocabulary a name belongs to.
    enum Space: UInt8, Sendable {
        /// That of workbooks, transitional or strict, or of their relationships; or no namespace, as attributes have none.
        case own
        /// That of attributes which name a relationship.
        case relationships
        /// An extension's.
        case other
    }

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var space: Space

    init(_ text: String, _ space: Space = .own) {
        self.space = space
        var place = 0
        for byte in text.utf8 {
            append(byte, &place)
        }
    }

    /// A name as the parser hands it over: behind its namespace and `separator`, where it has one, and ended by a NUL.
    init(_ name: UnsafePointer<CChar>, isAttribute: Bool) {
        space = .own
        var local = unsafe name
        if let mark = unsafe strchr(name, Int32(Self.separator)) {
            unsafe space = Self.space(of: name, mark - UnsafeMutablePointer(mutating: name))
            unsafe local = UnsafePointer(mark) + 1
            // An attribute of an element's own vocabulary has no prefix.
            if isAttribute, space == .own { space = .other }
        }
        var at = 0
        var place = 0
        while true {
            let byte = UInt8(bitPattern: unsafe local[at])
            if byte == 0 { return }
            append(byte, &place)
            at += 1
        }
    }

    /// What the parser puts between a namespace and a name: no URI holds it.
    static let separator: CChar = 10

    static func isOwn(_ uri: UnsafePointer<CChar>) -> Bool { unsafe space(of: uri, strlen(uri)) == .own }

    private static func space(of uri: UnsafePointer<CChar>, _ count: Int) -> Space {
        func isOne(of known: StaticString...) -> Bool {
            known.contains {
                unsafe $0.utf8CodeUnitCount == count && memcmp($0.utf8Start, uri, count) == 0
            }
        }
        if isOne(
            of: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships")
        {
            return .own
        }
        let isRelationship = isOne(
            of: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships")
        return isRelationship ? .relationships : .other
    }

    /// Longer names are of no part that is read, and all alike.
    private mutating func append(_ byte: UInt8, _ place: inout Int) {
        if place < 8 {
            low |= UInt64(byte) << UInt64(place * 8)
        } else if place < 15 {
            high |= UInt64(byte) << UInt64((place - 8) * 8)
        } else {
            high = .max
        }
        place += 1
    }
}
