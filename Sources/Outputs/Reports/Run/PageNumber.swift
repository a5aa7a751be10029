import Columns
import Diagnostics
import Files
import RunFolder

/// The number by which a public page is called: made from a secret of its own, so that it tells nothing of lists or
/// results. The secret stays in the run's folder; with it the same page can be made again.
public struct PageNumber: Sendable {
    /// Four groups of four hexadecimal digits: no run of digits that could be taken for somebody's number.
    public let text: String
    private let secret: String?

    /// A number nobody had before.
    public static func new() -> PageNumber {
        var random = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in String(random.next(), radix: 36) }.joined(separator: "-") + "\n"
        return PageNumber(text: number(Array(secret.utf8)), secret: secret)
    }

    /// The number of a secret kept in a file.
    public init(salt bytes: [UInt8]) {
        self.init(text: Self.number(bytes), secret: nil)
    }

    private init(text: String, secret: String?) {
        self.text = text
        self.secret = secret
    }

    private static func number(_ secret: [UInt8]) -> String {
        let digits = Array(Digest.hex(of: Array("SiapPilih public page\n".utf8) + secret).prefix(16))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: "-")
    }

    /// Keeps the secret in the run's folder, as `public-NUMBER.salt`.
    func keep(in run: Run) throws(Failure) {
        guard let secret else { return }
        let path = "\(run.path)/\(RunDirectory.pageSecretName(text))"
        do throws(FileError) {
            let file = try OutputFile(creating: path, digest: false)
            try file.append(secret)
            _ = try file.finish()
            try Directories.sync(path)
        } catch {
            var failure = error.outputFailure(shown: path)
            for place in failure.findings.indices {
                failure.findings[place].remedy = Bilingual(
                    id: "beri izin tulis pada folder hasil itu, atau beri rahasia halamannya dengan --salt BERKAS",
                    en: "allow writing to the run's folder, or give the page's secret with --salt FILE")
            }
            throw failure
        }
    }
}
