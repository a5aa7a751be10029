import CExpat
import Glibc

/// The name of an element or attribute without its namespace prefix, in two words, so that names are compared at once.
struct XMLName: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ text: String) {
        var place = 0
        for byte in text.utf8 {
            append(byte, &place)
        }
    }

    /// A name as the parser hands it over, ended by a NUL.
    fileprivate init(_ name: UnsafePointer<CChar>) {
        var at = 0
        var place = 0
        while true {
            let byte = UInt8(bitPattern: unsafe name[at])
            if byte == 0 { return }
            if byte == UInt8(ascii: ":") {
                self = XMLName("")
                place = 0
            } else {
                append(byte, &place)
            }
            at += 1
        }
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

/// What takes in an XML part while it is read.
protocol XMLSink: Sendable {
    /// Why no more shall be read, once a call has said so.
    var problem: WorkbookProblem? { get }
    /// An attribute of the element that begins next.
    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>)
    /// False to stop reading.
    mutating func begin(_ element: XMLName) -> Bool
    /// False to stop reading.
    mutating func end(_ element: XMLName) -> Bool
    /// A piece of text; the text of one element may come in several.
    mutating func text(_ bytes: Span<UInt8>)
}

/// Reads one XML document, piece by piece, into a sink. A document type declaration is refused, so that no entity can
/// grow or reach out. Belongs to one thread.
@safe final class XMLReader<Sink: XMLSink> {
    private let parser: XML_Parser
    private let target: Target<Sink>
    private let part: String
    private var fed = 0

    /// A name or attribute longer than this is no workbook's: the parser would keep it all in memory.
    private static var longestToken: Int { 1 << 20 }

    init(_ sink: Sink, part: String) throws(WorkbookProblem) {
        guard let parser = unsafe XML_ParserCreate(nil) else { throw .damaged(part: part) }
        unsafe self.parser = parser
        target = Target(sink)
        self.part = part
        unsafe XML_SetUserData(parser, Unmanaged<AnyTarget>.passUnretained(target).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let context = unsafe context, let name = unsafe name else { return }
                unsafe AnyTarget.of(context).begin(name, attributes)
            },
            { context, name in
                guard let context = unsafe context, let name = unsafe name else { return }
                unsafe AnyTarget.of(context).end(name)
            })
        unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let context = unsafe context, let text = unsafe text else { return }
            unsafe AnyTarget.of(context).text(text, Int(count))
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let context = unsafe context else { return }
            unsafe AnyTarget.of(context).refuse()
        }
        unsafe target.parser = parser
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Takes in the next bytes of the document.
    func feed(_ bytes: Span<UInt8>) throws(WorkbookProblem) {
        fed += bytes.count
        let status = unsafe bytes.withUnsafeBytes { block in
            unsafe XML_Parse(
                parser, block.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(truncatingIfNeeded: block.count),
                0)
        }
        try check(status)
        if fed - Int(unsafe XML_GetCurrentByteIndex(parser)) > Self.longestToken + bytes.count {
            throw .damaged(part: part)
        }
    }

    /// Ends the document and gives back the sink.
    func finish() throws(WorkbookProblem) -> Sink {
        try check(unsafe XML_Parse(parser, nil, 0, 1))
        return target.sink
    }

    private func check(_ status: XML_Status) throws(WorkbookProblem) {
        if status == XML_STATUS_OK { return }
        if target.hasDoctype { throw .doctype(part: part) }
        if let problem = target.sink.problem { throw problem }
        throw .damaged(part: part)
    }
}

/// What the parser's callbacks reach: they know no generic type.
@safe private class AnyTarget {
    var hasDoctype = false
    var parser: XML_Parser?

    static func of(_ context: UnsafeMutableRawPointer) -> AnyTarget {
        unsafe Unmanaged<AnyTarget>.fromOpaque(context)._withUnsafeGuaranteedRef { $0 }
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {}
    func end(_ name: UnsafePointer<CChar>) {}
    func text(_ text: UnsafePointer<CChar>, _ count: Int) {}

    func refuse() {
        hasDoctype = true
        stop()
    }

    final func stop() {
        if let parser = unsafe parser { unsafe XML_StopParser(parser, 0) }
    }
}

@safe private final class Target<Sink: XMLSink>: AnyTarget {
    var sink: Sink

    init(_ sink: Sink) { self.sink = sink }

    override func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        if let attributes = unsafe attributes {
            var at = 0
            while let key = unsafe attributes[at], let value = unsafe attributes[at + 1] {
                let length = unsafe strlen(value)
                let bytes = unsafe UnsafeBufferPointer(
                    start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: length)
                unsafe sink.attribute(XMLName(key), bytes.span)
                at += 2
            }
        }
        if unsafe !sink.begin(XMLName(name)) { stop() }
    }

    override func end(_ name: UnsafePointer<CChar>) {
        if unsafe !sink.end(XMLName(name)) { stop() }
    }

    override func text(_ text: UnsafePointer<CChar>, _ count: Int) {
        let bytes = unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
        unsafe sink.text(bytes.span)
    }
}
