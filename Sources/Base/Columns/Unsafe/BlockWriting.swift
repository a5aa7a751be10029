import Glibc

/// Writes whole blocks of bytes, however few of them the system takes at a time.
enum BlockWriting {
    /// Returns the number of the system's refusal, 0 = none.
    static func write(_ block: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var done = 0
        while done < block.count, let base = block.baseAddress {
            let written = unsafe Glibc.write(descriptor, base + done, block.count - done)
            if written >= 0 {
                done += written
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
