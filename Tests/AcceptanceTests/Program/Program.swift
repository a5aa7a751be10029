import Foundation

/// The built program, run as its users run it.
enum Program {
    /// What one run left behind.
    struct Outcome: Sendable {
        let exitCode: Int32
        let output: String
        let errors: String
    }

    /// The root of the sources: four folders above this file.
    static let root: URL = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url
    }()

    static var rules: String { root.appendingPathComponent("rules").path }

    /// The executable beside the test bundle, where `SIAPPILIH_PROGRAM` (which asks for lists of full size as well) or
    /// `SIAPPILIH_TESTED` names no other.
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        return environment["SIAPPILIH_PROGRAM"] ?? environment["SIAPPILIH_TESTED"] ?? beside
    }()

    /// The executable beside the test bundle, of the same build: slow enough to be interrupted.
    static let beside: String? = {
        let folders = [
            URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent(),
            Bundle.main.bundleURL,
            Bundle.main.bundleURL.deletingLastPathComponent(),
            root.appendingPathComponent(".build/debug"),
        ]
        return folders.map { $0.appendingPathComponent("siappilih").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether there is a program that can check lists: an executable, and rules for it.
    static var canCheck: Bool {
        path != nil && FileManager.default.fileExists(atPath: rules + "/lists.json5")
    }

    /// A program built with a sanitizer is told by its environment how strict to be.
    static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
    }

    /// Runs the program, or a copy of it, in a folder with nothing of the tester's environment but what is given.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil,
        program: String? = nil
    ) async throws -> Outcome {
        let scratch = folder.appendingPathComponent(".run-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let streams = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
        try Data((input ?? "").utf8).write(to: streams[0])
        for stream in streams.dropFirst() { try Data().write(to: stream) }

        let exitCode = try await Seats.shared.seated {
            try await ended(arguments, in: folder, environment: environment, program: program, streams: streams)
        }
        // Whatever workbook the run was given or has made, a test proves one thing more with it.
        try WorkbookWays.compareAll(in: folder)
        return Outcome(
            exitCode: exitCode, output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
    }

    /// The exit code of a run; a trap is none, and shows as a negative signal number.
    private static func ended(
        _ arguments: [String], in folder: URL, environment: [String: String], program: String?, streams: [URL]
    ) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? path ?? "/nonexistent/siappilih")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C", "TZ": "UTC", "NO_COLOR": "1", "HOME": folder.path,
        ].merging(sanitizerOptions) { $1 }.merging(environment) { $1 }
        let handles = [
            try FileHandle(forReadingFrom: streams[0]), try FileHandle(forWritingTo: streams[1]),
            try FileHandle(forWritingTo: streams[2]),
        ]
        // A process that has ended keeps what it was given: only who closes it gives the descriptor back.
        defer { for handle in handles { try? handle.close() } }
        process.standardInput = handles[0]
        process.standardOutput = handles[1]
        process.standardError = handles[2]
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                let isSignal = ended.terminationReason == .uncaughtSignal
                continuation.resume(returning: isSignal ? -ended.terminationStatus : ended.terminationStatus)
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
