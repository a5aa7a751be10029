public import Diagnostics
import Foundation
public import RunFolder

/// `summary.json` of a run, read back.
public struct RunFigures: Sendable, Equatable, Decodable {
    public struct Rows: Sendable, Equatable, Decodable {
        public var read: Int
        public var decided: Int
        public var rejected: Int
        public var skipped: Int
    }

    public var rows: Rows
    /// By id of the outcome.
    public var outcomes: [String: Int]
    /// By id of the reason; a person may have several.
    public var reasons: [String: Int]
    /// By code in digits.
    public var kpuCodes: [String: Int]
    public var eligible: Int
    public var recorded: Int
    public var firstTime: Int
    public var firstTimeFlagged: Int

    /// - Throws: `.input` where the file is missing or is no summary of `check`.
    public init(_ run: Run) throws(Failure) {
        let file = "\(run.path)/summary.json"
        guard let data = FileManager.default.contents(atPath: file),
            let figures = try? JSONDecoder().decode(RunFigures.self, from: data)
        else {
            throw Failure(
                .input,
                Finding(
                    code: "run_unreadable",
                    message: Bilingual(
                        id: "ringkasan hasil tidak dapat dibaca", en: "the summary of the run cannot be read"),
                    remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"),
                    location: SourceLocation(file: file)))
        }
        self = figures
    }

    public func count(code: UInt8) -> Int { kpuCodes[String(code)] ?? 0 }
}
