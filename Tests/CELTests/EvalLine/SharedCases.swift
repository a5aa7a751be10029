import Foundation

/// The reference cases that lie beside a checkout of the repository, not in it.
enum SharedCases {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/cel")

    static let arePresent = FileManager.default.fileExists(atPath: directory.appending(path: "conformance.jsonl").path)

    struct Case: Sendable, CustomStringConvertible {
        var line: String
        var expression: String
        /// The `expected` object in a canonical form.
        var expected: String
        var bindings: [String: [String: String]]
        var description: String { expression }
    }

    static func lines(_ name: String) -> [String] {
        guard let text = try? String(contentsOf: directory.appending(path: name), encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init)
    }

    /// A JSON object as sorted text, so that two can be compared.
    static func canonical(_ json: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: json, options: [.sortedKeys, .fragmentsAllowed])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    static func object(_ line: String) -> [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
    }
}
