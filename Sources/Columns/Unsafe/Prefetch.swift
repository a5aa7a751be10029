import CLanes

/// Asks the processor to bring a cache line near.
@inline(__always)
func prefetch(_ address: UnsafeRawPointer) {
    unsafe lanes_prefetch(address)
}
