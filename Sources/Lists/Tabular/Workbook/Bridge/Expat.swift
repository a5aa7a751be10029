import CExpat
import Glibc

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
    fileprivate let target: Target<Sink>
    private let part: String
    private var fed = 0

    /// A name or attribute longer than this is no workbook's: the parser would keep it all in memory.
    private static var longestToken: Int { 1 << 20 }

    init(_ sink: Sink, part: String) throws(WorkbookProblem) {
        guard let parser = unsafe XML_ParserCreateNS(nil, XMLName.separator) else { throw .damaged(part: part) }
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
        unsafe XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
            guard let context = unsafe context, let encoding = unsafe encoding else { return }
            unsafe AnyTarget.of(context).isUTF8 = strcasecmp(encoding, "UTF-8") == 0
        }
        unsafe XML_SetNamespaceDeclHandler(
            parser,
            { context, prefix, uri in
                guard let context = unsafe context else { return }
                let isOwn = unsafe uri.map { unsafe XMLName.isOwn($0) } ?? true
                let name = unsafe prefix.map { unsafe String(cString: $0) } ?? ""
                unsafe AnyTarget.of(context).bindings.append((name, isOwn))
            },
            { context, prefix in
                guard let context = unsafe context else { return }
                let name = unsafe prefix.map { unsafe String(cString: $0) } ?? ""
                let target = unsafe AnyTarget.of(context)
                if let last = target.bindings.lastIndex(where: { $0.prefix == name }) {
                    target.bindings.remove(at: last)
                }
            })
        unsafe target.parser = parser
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Whether elements and attributes without a prefix are a workbook's own here, and bytes are UTF-8.
    var isPlain: Bool { target.isUTF8 && target.bindings.last { $0.prefix.isEmpty }?.isOwn ?? true }

    /// Whether the last byte that was fed ended an element: nothing begun is open, a comment for instance.
    var standsBehindElement: Bool { target.endedAt == fed }

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

extension XMLReader where Sink: ScannedSink {
    var isSettled: Bool { target.sink.isSettled }
    var isBetweenItems: Bool { target.sink.isBetweenItems }

    /// Lets the sink take plain items from a piece; whether what stands there then is none.
    func scan(_ piece: Piece) throws(WorkbookProblem) -> Bool {
        let hasX14ac = target.bindings.contains { $0.prefix == "x14ac" }
        return try target.sink.scan(piece, hasX14ac: hasX14ac)
    }
}

/// What the parser's callbacks reach: they know no generic type.
@safe private class AnyTarget {
    var hasDoctype = false
    var isUTF8 = true
    /// Prefixes of namespaces that are declared, the innermost last; the empty one is that of names without.
    var bindings: [(prefix: String, isOwn: Bool)] = []
    /// One past the last byte of the end tag met last.
    var endedAt = -1
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
                unsafe sink.attribute(XMLName(key, isAttribute: true), bytes.span)
                at += 2
            }
        }
        if unsafe !sink.begin(XMLName(name, isAttribute: false)) { stop() }
    }

    override func end(_ name: UnsafePointer<CChar>) {
        if let parser = unsafe parser {
            endedAt = unsafe Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
        }
        if unsafe !sink.end(XMLName(name, isAttribute: false)) { stop() }
    }

    override func text(_ text: UnsafePointer<CChar>, _ count: Int) {
        let bytes = unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
        unsafe sink.text(bytes.span)
    }
}
