/// What a person's entry says, taken out of its payload.
public struct PersonEntry: Sendable {
    @usableFromInline let payload: UInt64

    @inlinable
    public init(payload: UInt64) { self.payload = payload }

    /// Several rows of the population lists bear this NIK.
    @inlinable
    public var isRepeated: Bool { payload & PersonIndex.repeatedBit != 0 }

    @inlinable
    public var hasRecording: Bool { payload & PersonIndex.recordingBit != 0 }

    /// The rank of the recording's class; nil without a recording.
    @inlinable
    public var rank: UInt8? {
        hasRecording ? 15 - UInt8(truncatingIfNeeded: payload >> Recording.textBits & 0xF) : nil
    }

    @inlinable
    public var recording: Recording? {
        payload & PersonIndex.recordingBit == 0 ? nil : Recording(packed: payload & PersonIndex.lowMask)
    }
}
