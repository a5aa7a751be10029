public import Civil

extension Masking {
    /// The identity number of a cell as it may be shown: its sixteen digits where they can be read, else what stands
    /// there.
    public func mask(_ cell: [UInt8]) -> String {
        guard let digits = NKK.read(cell.span), let number = NIK(digits: digits) else {
            return mask(String(decoding: cell, as: UTF8.self))
        }
        var text: [UInt8] = []
        number.append(to: &text)
        return mask(String(decoding: text, as: UTF8.self))
    }
}
