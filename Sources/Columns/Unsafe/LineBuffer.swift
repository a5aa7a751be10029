/// Text that grows line by line, for files of many rows: cells are copied byte by byte without anything in between.
public struct LineBuffer: Sendable {
    private var bytes: [UInt8] = []
    public private(set) var count = 0

    public init() {}

    /// Forgets the text, keeps the room.
    public mutating func removeAll() { count = 0 }

    /// What was appended; the buffer is empty afterwards.
    public mutating func take() -> [UInt8] {
        bytes.removeLast(bytes.count - count)
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count + taken.count / 8)
        count = 0
        return taken
    }

    private mutating func reserve(_ more: Int) {
        let needed = count + more
        if needed > bytes.count {
            bytes.append(contentsOf: repeatElement(0, count: max(needed, bytes.count * 2, 1 << 16) - bytes.count))
        }
    }

    public mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    public mutating func append(_ text: [UInt8]) {
        reserve(text.count)
        let at = count
        unsafe bytes.withUnsafeMutableBufferPointer { to in
            unsafe text.withUnsafeBufferPointer { from in
                guard let to = to.baseAddress, let from = from.baseAddress else { return }
                unsafe (to + at).update(from: from, count: text.count)
            }
        }
        count += text.count
    }

    /// Lets `write` append to the text as to an array.
    public mutating func append(_ write: (inout [UInt8]) -> Void) {
        var text: [UInt8] = []
        write(&text)
        append(text)
    }

    /// Appends the cell `text[start ..< end]` if it may stand in a line of commas as it is; otherwise appends nothing and
    /// returns false. `ascii` says that cells with bytes above 127 are to be refused too.
    @inline(__always)
    public mutating func appendPlain(_ text: borrowing [UInt8], _ start: Int, _ end: Int, ascii: Bool) -> Bool {
        let length = end - start
        if length <= 0 { return true }
        guard start >= 0, end <= text.count else { return false }
        reserve(length)
        let at = count
        let limit: UInt8 = ascii ? 0x80 : 0
        let isPlain = unsafe text.withUnsafeBufferPointer { from -> Bool in
            unsafe bytes.withUnsafeMutableBufferPointer { to -> Bool in
                guard let from = from.baseAddress, let to = to.baseAddress else { return false }
                let first = unsafe from[start]
                if first == 0x3D || first == 0x2B || first == 0x2D || first == 0x40 || first == 0x09 { return false }
                var bad: UInt8 = 0
                var index = 0
                while index < length {
                    let byte = unsafe from[start + index]
                    unsafe to[at + index] = byte
                    bad |=
                        (byte == 0x22 ? 1 : 0) | (byte == 0x2C ? 1 : 0) | (byte == 0x0A ? 1 : 0)
                        | (byte == 0x0D ? 1 : 0)
                    bad |= byte & limit
                    index += 1
                }
                return bad == 0
            }
        }
        if isPlain { count += length }
        return isPlain
    }

    /// Appends a number in decimal digits.
    public mutating func append(_ number: Int) {
        if number < 0 { return append(Array(String(number).utf8)) }
        var digits = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        reserve(digits)
        rest = number
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            bytes[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
            rest /= 10
        }
        count += digits
    }
}
