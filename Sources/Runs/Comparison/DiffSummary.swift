public import Diagnostics
import Foundation
public import RunFolder

/// `summary.json` of a comparison, read back: counts alone.
public struct DiffSummary: Sendable, Equatable, Decodable {
    public struct RunName: Sendable, Equatable, Decodable {
        public var digest: String?
        /// `YYYY-MM-DD`
        public var asOf: String
    }

    public struct Runs: Sendable, Equatable, Decodable {
        public var before: RunName
        public var after: RunName
    }

    public struct Pair: Sendable, Equatable, Decodable {
        public var before: Int
        public var after: Int
        public var change: Int
    }

    public struct Transition: Sendable, Equatable, Decodable {
        /// Id of the outcome; nil: not on that run's lists.
        public var from: String?
        public var to: String?
        public var persons: Int
    }

    public struct Loss: Sendable, Equatable, Decodable {
        public var to: String?
        /// Now in another kabupaten.
        public var elsewhere: Bool
        /// Ids of reasons, joined by `;`.
        public var why: String
        public var persons: Int
    }

    public struct Fall: Sendable, Equatable, Decodable {
        /// Nil: everyone.
        public var region: String?
        public var total: String
        public var before: Int
        public var after: Int
        public var gained: Int
        public var losses: [Loss]
    }

    public struct Area: Sendable, Equatable, Decodable {
        public var region: String
        public var name: String
        public var totals: [String: Pair]
        /// By `DiffChange`.
        public var changes: [String: Int]
    }

    public var runs: Runs
    /// `persons`, `eligible`, `recorded`, `needing_nothing`.
    public var totals: [String: Pair]
    public var same: Int
    /// By `DiffChange`.
    public var changes: [String: Int]
    /// By id of the outcome.
    public var outcomes: [String: Pair]
    /// Most people first.
    public var transitions: [Transition]
    public var falls: [Fall]
    /// By kabupaten, unknown last.
    public var areas: [Area]

    /// Nil where the document is no such summary.
    public init?(_ document: [UInt8]) {
        guard let summary = try? JSONDecoder().decode(DiffSummary.self, from: Data(document)) else { return nil }
        self = summary
    }

    /// The comparison that lies in the run's folder; nil where there is none.
    ///
    /// - Throws: `.input` where it is there and cannot be read, or was made from another run than this one.
    public init?(of run: Run) throws(Failure) {
        let path = "\(run.path)/diff/summary.json"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path), let summary = DiffSummary(Array(data)) else {
            throw Run.unreadable(
                path, Bilingual(id: "bukan ringkasan perbandingan", en: "no summary of a comparison"),
                remedy: Bilingual(id: "ulangi siappilih diff", en: "run siappilih diff again"))
        }
        guard summary.runs.after.digest == run.manifest.digest, summary.runs.after.asOf == run.manifest.asOf else {
            throw Run.unreadable(
                path,
                Bilingual(id: "perbandingan ini dari hasil yang lain", en: "this comparison is of another run"),
                remedy: Bilingual(
                    id: "ulangi siappilih diff, atau hapus folder diff",
                    en: "run siappilih diff again, or remove the folder diff"))
        }
        self = summary
    }
}
