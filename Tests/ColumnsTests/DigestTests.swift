import Columns
import Testing

@Suite struct DigestTests {
    /// The examples of FIPS 180-4 and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownMessages(text: String, expected: String) {
        #expect(Digest.hex(of: Array(text.utf8)) == expected)
    }

    @Test(arguments: [1, 7, 63, 64, 65, 999])
    func piecesGiveTheSameDigestAsTheWhole(piece: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var digest = Digest()
        for start in stride(from: 0, to: bytes.count, by: piece) {
            digest.update(Array(bytes[start..<min(start + piece, bytes.count)]))
        }
        #expect(digest.finish() == Digest.hex(of: bytes))
    }

    @Test func finishBeginsANewDigest() {
        var digest = Digest()
        digest.update(Array("abc".utf8))
        _ = digest.finish()
        #expect(digest.finish() == Digest.hex(of: []))
    }
}
