import Diagnostics
import Foundation
import MadeUpRuns
import Testing

@testable import Comparison

/// HMAC-SHA256 by the test cases of RFC 4231.
@Suite struct KeyedDigestTests {
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func knownDigests(key: [UInt8], message: [UInt8], digest: String) {
        #expect(KeyedDigest(key: key).hex(of: message) == digest)
    }

    @Test func hexadecimalDigitsAreBytes() {
        #expect(KeyedDigest.bytes("00ff7a09") == [0, 255, 0x7A, 9])
        #expect(KeyedDigest.bytes("").isEmpty)
    }
}

/// The secret in a file.
@Suite struct PseudonymKeyTests {
    @Test func aNewSecretIsMadeOnceForTheOwnerAlone() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/kunci"
        let secret = try PseudonymKey.bytes(at: path)
        #expect(secret.count >= 16)
        #expect(try PseudonymKey.bytes(at: path) == secret)
        #expect(try PseudonymKey.bytes(at: "\(folder.path)/lain") != secret)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test(arguments: [(0, false), (15, false), (16, true), (1 << 16, true), ((1 << 16) + 1, false)])
    func secretsHaveALength(length: Int, isTaken: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("kunci", String(repeating: "k", count: length))
        if isTaken {
            #expect(try PseudonymKey.bytes(at: path).count == length)
        } else {
            let failure = #expect(throws: Failure.self) { _ = try PseudonymKey.bytes(at: path) }
            #expect(failure?.kind == .input)
            #expect(
                failure?.findings.map { $0.rendered(in: .english) } == [
                    "\(path): a secret has 16 to 65536 bytes; name a file that is not there yet; the program makes a secret there"
                ])
            #expect(
                failure?.findings.map { $0.rendered(in: .indonesian) } == [
                    "\(path): rahasia harus 16 sampai 65536 byte; sebutkan berkas yang belum ada; program membuat rahasia di situ"
                ])
        }
    }

    @Test func aFolderIsNoSecret() throws {
        let folder = try TemporaryFolder()
        #expect(throws: Failure.self) { _ = try PseudonymKey.bytes(at: folder.path) }
    }
}
