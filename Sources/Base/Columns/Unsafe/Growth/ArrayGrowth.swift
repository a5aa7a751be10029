extension Array where Element == UInt8 {
    /// Appends a stretch of bytes in one go.
    @inlinable
    public mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}

extension Array where Element: BitwiseCopyable {
    /// Makes the array at least `count` long, and twice as long as it was if it has to grow. What is new is not cleared, so
    /// that its memory is not touched before it is used: what it holds is of no meaning until it is written.
    mutating func grow(to count: Int) {
        if self.count >= count { return }
        let kept = self
        let grown = Swift.max(count, kept.count * 2)
        self = unsafe Array(unsafeUninitializedCapacity: grown) { elements, length in
            _ = unsafe elements.update(fromContentsOf: kept)
            length = grown
        }
    }
}
