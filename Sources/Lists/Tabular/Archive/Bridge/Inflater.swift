import CIsal
import Columns

/// Undoes DEFLATE (RFC 1951) with ISA-L, piece by piece, and takes the sum of what comes out. Belongs to one thread.
@safe final class Inflater {
    private let state: UnsafeMutablePointer<inflate_state>

    init() {
        unsafe state = .allocate(capacity: 1)
        unsafe isal_inflate_init(state)
        // No header, but the sum is taken.
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR)
    }

    deinit { unsafe state.deallocate() }

    /// CRC-32 of all that came out.
    var sum: UInt32 { unsafe state.pointee.crc }
    /// Whether the stream has ended, and all of it came out.
    var isFinished: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

    /// Inflates bytes into a piece until either is used up; returns how many were taken, or nil where they are damaged.
    func inflate(_ bytes: Span<UInt8>, into piece: Piece) -> Int? {
        var taken: Int?
        unsafe piece.append { place in
            unsafe bytes.withUnsafeBufferPointer { source in
                let space = UInt32(clamping: piece.space)
                let given = UInt32(clamping: source.count)
                // The library does not write to what it reads; where there is nothing to read it may have more to give.
                unsafe state.pointee.next_in = unsafe source.baseAddress.map {
                    unsafe UnsafeMutablePointer(mutating: $0)
                }
                unsafe state.pointee.avail_in = given
                unsafe state.pointee.next_out = place
                unsafe state.pointee.avail_out = space
                let outcome = unsafe isal_inflate(state)
                guard outcome == ISAL_DECOMP_OK || outcome == ISAL_END_INPUT || outcome == ISAL_OUT_OVERFLOW else {
                    return 0
                }
                taken = unsafe Int(given - state.pointee.avail_in)
                return unsafe Int(space - state.pointee.avail_out)
            }
        }
        return taken
    }

    /// CRC-32 of bytes behind others of which it is known; 0 = none.
    static func sum(_ bytes: Span<UInt8>, after sum: UInt32) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { unsafe crc32_gzip_refl(sum, $0.baseAddress, UInt64($0.count)) }
    }
}
