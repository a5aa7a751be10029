import Foundation
import Testing

/// Expected texts that lie in files beside the tests. With `SIAPPILIH_RECORD=1` in the environment a text that is not
/// there yet, or has changed, is written down; the test fails all the same, so that somebody reads it.
enum Golden {
    static let isRecording = ProcessInfo.processInfo.environment["SIAPPILIH_RECORD"] != nil

    /// What is said of a bad input: `bad/NAME.expected`.
    static func expect(_ actual: String, _ name: String) throws {
        try expect(actual, file: "bad/\(name).expected")
    }

    /// - Parameter file: the path under `Tests/AcceptanceTests`.
    static func expect(_ actual: String, file path: String) throws {
        let file = Program.root.appendingPathComponent("Tests/AcceptanceTests/\(path)")
        if isRecording { return try record(actual, in: file) }
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? "(nothing recorded)\n"
        if let difference = TextDifference(expected, actual) { Issue.record("\(path), \(difference)") }
    }

    /// Writes what has changed, and fails.
    static func record(_ text: String, in file: URL) throws {
        guard text != (try? String(contentsOf: file, encoding: .utf8)) else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(file.lastPathComponent): read it, then run the test again")
    }
}
