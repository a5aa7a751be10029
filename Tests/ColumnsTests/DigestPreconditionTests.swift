import CCrypto
import Testing

@testable import Columns

/// Without digests no result can be proved: a library that gives none ends the program, and the program says why.
@Suite struct DigestPreconditionTests {
    /// The library takes memory from whoever is named before it first asks for some.
    @Test func aDigestNeedsMemory() async {
        let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            unsafe CRYPTO_set_mem_functions({ _, _, _ in nil }, nil, nil)
            _ = Digest()
        }
        #expect(Self.said(ended).contains("out of memory"))
    }

    /// The library offers what has the properties that its machine asks for.
    @Test func aDigestNeedsItsAlgorithm() async {
        let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            unsafe EVP_set_default_properties(nil, "provider=nobody")
            _ = Digest()
        }
        #expect(Self.said(ended).contains("libcrypto offers no SHA-256"))
    }

    private static func said(_ ended: ExitTest.Result?) -> String {
        String(decoding: ended?.standardErrorContent ?? [], as: UTF8.self)
    }
}
