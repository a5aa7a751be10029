import Foundation
import Testing

/// Expected texts that lie beside the tests in `bad/`. With `SIAPPILIH_RECORD=1` in the environment a text that
/// is not there yet, or has changed, is written down; the test fails all the same, so that somebody reads it.
enum Golden {
    static func expect(_ actual: String, _ name: String) throws {
        let file = Program.root.appendingPathComponent("Tests/AcceptanceTests/bad/\(name).expected")
        let expected = try? String(contentsOf: file, encoding: .utf8)
        guard actual != expected else { return }
        if ProcessInfo.processInfo.environment["SIAPPILIH_RECORD"] != nil {
            try Data(actual.utf8).write(to: file)
            Issue.record("recorded \(name).expected: read it, then run the test again")
        } else {
            Issue.record("\(name):\n--- expected\n\(expected ?? "(nothing recorded)")\n--- actual\n\(actual)")
        }
    }
}
