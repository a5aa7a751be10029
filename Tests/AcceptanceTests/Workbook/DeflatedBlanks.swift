/// Blanks, deflated as far as the method goes: 1,032 of them in a byte (RFC 1951, 3.2.7).
enum DeflatedBlanks {
    static func bytes(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        // One last block with codes of its own.
        bits.append(1, 1)
        bits.append(2, 2)
        bits.append(286 - 257, 5)
        bits.append(0, 5)
        bits.append(19 - 4, 4)
        // Lengths of the codes for lengths of codes: 18 (zeros) has one bit, 1 and 2 have two.
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0] { bits.append(length, 3) }
        // A blank and the end have two bits, a run of 258 has one, as has the only distance.
        bits.zeros(32)
        bits.code("11")
        bits.zeros(138)
        bits.zeros(85)
        bits.code("11")
        bits.zeros(28)
        bits.code("10")
        bits.code("10")
        bits.code("10")
        let runs = max(0, count - 1) / 258
        let filling = min(runs, bits.free / 2)
        for _ in 0..<filling { bits.append(0, 2) }
        bits.bytes += [UInt8](repeating: 0, count: (runs - filling) / 4)
        bits.code("11")
        return bits.finish()
    }

    private struct BitWriter {
        var bytes: [UInt8] = []
        private var pending = 0
        private var width = 0

        /// A number, its lowest bit first.
        mutating func append(_ value: Int, _ bits: Int) {
            pending |= value << width
            width += bits
            while width >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                width -= 8
            }
        }

        /// A code, its highest bit first.
        mutating func code(_ bits: String) { for bit in bits.utf8 { append(Int(bit) - 48, 1) } }

        /// So many lengths of 0: 11 to 138.
        mutating func zeros(_ count: Int) {
            code("0")
            append(count - 11, 7)
        }

        /// Bits up to the next byte: the header above has an even number of them.
        var free: Int { width == 0 ? 0 : 8 - width }

        mutating func finish() -> [UInt8] {
            if width > 0 { append(0, 8 - width) }
            return bytes
        }
    }
}
