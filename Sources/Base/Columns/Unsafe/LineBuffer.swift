import CLanes

/// Text that grows line by line, for files of many rows: cells are copied many bytes at a time, checked on the way.
public struct LineBuffer: Sendable {
    /// Room behind `count`; at least `slack` bytes of it are there whenever something was appended.
    private var bytes: [UInt8] = []
    public private(set) var count = 0
    /// Bytes that copying may overshoot.
    private static let slack = LineForm.slack

    public init() {}

    /// Forgets the text, keeps the room.
    public mutating func removeAll() { count = 0 }

    /// What was appended.
    public var contents: ArraySlice<UInt8> { bytes[0..<count] }

    /// Lends the text to `body`.
    func withContents<Result>(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Result) throws(FileError) -> Result
    {
        // The closure of an array cannot throw a type of its own: the error is carried out of it.
        var outcome: Swift.Result<Result, FileError>?
        unsafe bytes.withUnsafeBytes { whole in
            do throws(FileError) {
                outcome = .success(try unsafe body(UnsafeRawBufferPointer(rebasing: whole.prefix(count))))
            } catch {
                outcome = .failure(error)
            }
        }
        guard let outcome else { throw FileError.cutShort("", .write) }
        return try outcome.get()
    }

    private mutating func reserve(_ more: Int) {
        let needed = count + more + Self.slack
        if needed > bytes.count { grow(needed) }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        bytes.grow(to: max(needed, 1 << 16))
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

    /// Appends text `number` of a list; nothing if there is none of that number.
    public mutating func append(_ texts: borrowing TextList, _ number: Int) {
        guard number >= 0, number < texts.count else { return }
        append(Array(texts.bytes[texts.ends[number]..<texts.ends[number + 1]]))
    }

    /// Lets `write` append to the text as to an array.
    public mutating func append(_ write: (inout [UInt8]) -> Void) {
        var text: [UInt8] = []
        write(&text)
        append(text)
    }

    /// Appends a number in decimal digits.
    public mutating func append(_ number: Int) {
        if number < 0 { return append(Array(String(number).utf8)) }
        reserve(20)
        var digits = 1
        var limit = 10
        while digits < 19, number >= limit {
            digits += 1
            limit = limit &* 10
        }
        let at = count
        unsafe bytes.withUnsafeMutableBufferPointer { to in
            guard let to = to.baseAddress else { return }
            var rest = UInt64(number)
            var place = at + digits
            while place > at {
                place -= 1
                unsafe to[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
                rest /= 10
            }
        }
        count += digits
    }

    /// Appends a date as a `LineForm` value, which is not negative: `YYYY-MM-DD`.
    public mutating func append(date value: Int) {
        reserve(10)
        let at = count
        unsafe bytes.withUnsafeMutableBufferPointer { to in
            guard let to = to.baseAddress else { return }
            _ = unsafe LineForm.date(value, to + at)
        }
        count += 10
    }

    /// Appends a line of a form for each of `rows[first ..< count]`. `values` are what its parts ask for,
    /// `form.valueCount` a row, those of the row at `valued` first; `text` holds the rows.
    ///
    /// Stops at a row of which a cell may not stand in a line of commas as it is, and returns its place in `rows`, for
    /// the caller to write that line and go on behind it; `count` at the end. `ascii` says that bytes above 127 must not
    /// be copied either.
    public mutating func append(
        _ form: borrowing LineForm, rows: borrowing [Int32], from first: Int, to count: Int,
        values: borrowing [Int], of valued: Int, _ texts: borrowing TextList, of bounds: borrowing RowBounds,
        _ text: borrowing [UInt8], ascii: Bool
    ) -> Int {
        let stride = bounds.stride
        let asked = form.valueCount
        precondition(0 <= valued && valued <= first && count <= rows.count && values.count >= (count - valued) * asked)
        let room = form.room + form.textCount * texts.longest
        var place = first
        while place < count {
            // Room for a few rows at a time, so that the buffer grows little beyond what it holds.
            let until = min(count, place + 32)
            var sound = place
            var needed = room * (until - place)
            while sound < until {
                let row = Int(rows[sound])
                guard row >= 0, row < bounds.rows, (row + 1) * stride <= bounds.starts.count else { break }
                let start = Int(bounds.starts[row * stride])
                let end = Int(bounds.starts[row * stride + bounds.width]) - 1
                // Bytes up to `slack` behind the row's last cell may be read: blocks have padding.
                guard start <= end, end + Self.slack <= text.count else { break }
                needed += end - start
                sound += 1
            }
            if sound == place { return place }
            reserve(needed)
            var at = self.count
            let next = unsafe text.withUnsafeBufferPointer { text -> Int in
                unsafe bounds.starts.withUnsafeBufferPointer { starts -> Int in
                    unsafe values.withUnsafeBufferPointer { values -> Int in
                        unsafe rows.withUnsafeBufferPointer { rows -> Int in
                            unsafe bytes.withUnsafeMutableBufferPointer { bytes -> Int in
                                guard let text = text.baseAddress, let to = bytes.baseAddress,
                                    let rows = rows.baseAddress, let cells = starts.baseAddress,
                                    let values = values.baseAddress
                                else { return place }
                                var number = place
                                while number < sound {
                                    // Many lines at a time; one whose cells need more care by itself.
                                    let many = unsafe form.writeMany(
                                        to + at, rows: rows + number, count: sound - number, bounds: cells,
                                        stride: stride, width: bounds.width, text: text,
                                        values: values + (number - valued) * asked, texts)
                                    number += many.lines
                                    at += many.bytes
                                    if number == sound { break }
                                    let written = unsafe form.write(
                                        to + at, row: cells + Int(rows[number]) * stride, width: bounds.width,
                                        text: text, values: values + (number - valued) * asked, texts, ascii: ascii)
                                    if written < 0 { return number }
                                    at += written
                                    number += 1
                                }
                                return sound
                            }
                        }
                    }
                }
            }
            self.count = at
            if next < sound { return next }
            place = sound
        }
        return count
    }
}
