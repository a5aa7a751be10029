import CLanes
import Columns

/// Texts by number, in memory, where the kernel for worksheets finds them. Filled by one thread, then read by any number.
@safe final class TextTable: @unchecked Sendable {
    private var texts: [lanes_text] = []
    private var chunks: [UnsafePointer<UInt8>?] = unsafe []
    private var open: UnsafeMutablePointer<UInt8>?
    /// Bytes of the last chunk that are in use, and that it has.
    private var used = 0
    private var room = 0
    /// Bytes of all texts.
    private var held = 0
    private var cells: UnsafeMutablePointer<lanes_cell>?

    private static let chunk = Int(LANES_CHUNK)
    /// Bytes behind a text that the kernel may read.
    private static let slack = 16
    private static let longest = 1 << LANES_TEXT_BITS - 1
    private static let noted = 4096

    deinit {
        unsafe chunks.forEach { unsafe $0?.deallocate() }
        unsafe cells?.deallocate()
    }

    var count: Int { texts.count }
    /// Bytes it takes.
    var byteCount: Int { held + texts.count * MemoryLayout<lanes_text>.stride }

    func append(_ text: Span<UInt8>) {
        let text = text.extracting(0..<min(text.count, Self.longest))
        var met = 0
        for index in text.indices {
            let byte = text[index]
            if byte == 0x22 || byte == 0x2C || byte == 10 || byte == 13 { met = LANES_MET_QUOTE }
        }
        append(text, met: met)
    }

    private func append(_ text: Span<UInt8>, met: Int) {
        if text.count > room - used { begin(text.count) }
        let place = (unsafe chunks.count - 1) * Self.chunk + used
        unsafe text.withUnsafeBufferPointer { source in
            if let from = source.baseAddress, let open = unsafe open {
                unsafe (open + used).update(from: from, count: source.count)
            }
        }
        used += text.count
        held += text.count
        texts.append(
            lanes_text(
                place: UInt32(truncatingIfNeeded: max(0, place)),
                extent: UInt32(truncatingIfNeeded: text.count | met << LANES_TEXT_BITS)))
    }

    private func begin(_ count: Int) {
        room = max(Self.chunk, count)
        let made = UnsafeMutablePointer<UInt8>.allocate(capacity: room + Self.slack)
        unsafe (made + room).update(repeating: 0, count: Self.slack)
        unsafe open = made
        unsafe chunks.append(UnsafePointer(made))
        used = 0
    }

    /// Lends a text; nil if there is none of that number.
    func withText<Result, Problem: Error>(
        _ number: Int, _ body: (Span<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result? {
        guard texts.indices.contains(number) else { return nil }
        let text = texts[number]
        let count = Int(text.extent) & Self.longest
        guard count > 0, let base = unsafe chunks[Int(text.place) / Self.chunk] else { return try body([UInt8]().span) }
        let bytes = unsafe UnsafeBufferPointer(start: base + Int(text.place) % Self.chunk, count: count)
        return try unsafe body(bytes.span)
    }

    /// Lends the tables to the kernel, and how many texts there are.
    func withTables<Result>(
        _ body: (UnsafePointer<lanes_text>?, UnsafePointer<UnsafePointer<UInt8>?>?, Int) -> Result
    ) -> Result {
        unsafe texts.withUnsafeBufferPointer { texts in
            unsafe chunks.withUnsafeBufferPointer { chunks in
                unsafe body(texts.baseAddress, chunks.baseAddress, texts.count)
            }
        }
    }

    /// Forgets all texts and keeps the room of the last ones.
    func removeAll() {
        texts.removeAll(keepingCapacity: true)
        unsafe chunks.dropLast().forEach { unsafe $0?.deallocate() }
        unsafe chunks = unsafe Array(chunks.suffix(1))
        held = 0
        used = 0
    }

    /// Takes plain texts from a piece, as the part of shared strings has them, and drops them from it.
    ///
    /// - Returns: whether there may be more of them; if not, whether what stands there now is no plain text.
    func take(_ piece: Piece) -> (isFull: Bool, isOdd: Bool) {
        let cells = unsafe self.cells ?? .allocate(capacity: Self.noted)
        unsafe self.cells = cells
        var at: Int64 = 0
        var count: Int64 = 0
        let outcome = unsafe piece.withPointer {
            unsafe Int(lanes_take_shared_texts($0, Int64(piece.count), &at, cells, &count, Int64(Self.noted)))
        }
        var plain: [UInt8] = []
        piece.withBytes { bytes in
            for number in 0..<Int(count) {
                let cell = unsafe cells[number]
                let text = bytes.extracting(Int(cell.start)..<(Int(cell.start) + Int(cell.length)))
                let met = Int(cell.met)
                if met & (LANES_MET_ENTITY | LANES_MET_UNDERSCORE) == 0 {
                    append(text, met: met)
                } else {
                    plain.removeAll(keepingCapacity: true)
                    CharacterReference.append(text, to: &plain)
                    EscapedText.decode(&plain)
                    append(plain.span)
                }
            }
        }
        piece.drop(Int(at))
        return (outcome == LANES_SHEET_FULL, outcome == LANES_SHEET_ODD)
    }
}
