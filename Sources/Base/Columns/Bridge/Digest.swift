import CCrypto

/// A running SHA-256 (FIPS 180-4), computed by libcrypto, which uses the processor's SHA instructions.
///
/// One owner at a time: a digest may be handed to another thread, never shared.
@safe public struct Digest: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer

    public init() {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        unsafe self.context = context
        start()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    private func start() {
        let started = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
        precondition(started == 1, "libcrypto offers no SHA-256")
    }

    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    public mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// For the files of `Columns/Unsafe`, which hold raw blocks.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        unsafe EVP_DigestUpdate(context, base, bytes.count)
    }

    /// The digest of all bytes so far as 64 lower-case hexadecimal digits; what follows begins a new digest.
    public mutating func finish() -> String {
        var sum = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        unsafe EVP_DigestFinal_ex(context, &sum, &length)
        start()
        return Self.hex(sum.prefix(Int(length)))
    }

    /// The digest of one array of bytes.
    public static func hex(of bytes: [UInt8]) -> String {
        var digest = Digest()
        digest.update(bytes)
        return digest.finish()
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
