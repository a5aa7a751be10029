import Foundation

/// A run that a signal meets on its way, as Ctrl-C, a shutdown or the out-of-memory killer would.
enum StoppedRun {
    /// When the signal comes.
    enum Moment: Sendable, CustomStringConvertible {
        case after(Duration)
        /// As soon as a file of this name stands in a staging directory of the folder.
        case whenStaged(String)

        var description: String {
            switch self {
            case .after(let time): "after \(time.formatted(.units(allowed: [.milliseconds])))"
            case .whenStaged(let name): "when \(name) is staged"
            }
        }
    }

    /// How the run ended: its exit code, or minus the signal that killed it.
    ///
    /// - Parameter ignored: the signal's name, for a run that was started so as not to hear it.
    static func run(
        _ arguments: [String], in workdir: Workdir, signal number: Int32, _ moment: Moment, ignored: String? = nil
    ) async throws -> Int32 {
        let program = Program.beside ?? "/nonexistent/siappilih"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ignored == nil ? program : "/bin/sh")
        let shell = ["-c", "trap '' \(ignored ?? ""); exec \"$0\" \"$@\"", program]
        process.arguments = (ignored == nil ? [] : shell) + arguments
        process.currentDirectoryURL = workdir.url
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C", "HOME": workdir.url.path]
            .merging(Program.sanitizerOptions) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        // Tests that run in the background ignore an interruption, and so would what they start.
        if ignored == nil { signal(number, SIG_DFL) }
        try process.run()
        switch moment {
        case .after(let time):
            try await Task.sleep(for: time)
        case .whenStaged(let name):
            while process.isRunning, !workdir.isStaged(name) {
                try await Task.sleep(for: .microseconds(200))
            }
        }
        if process.isRunning { kill(process.processIdentifier, number) }
        while process.isRunning { try await Task.sleep(for: .milliseconds(1)) }
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }
}

extension Workdir {
    /// Names of directories that runs on their way have made beside their results.
    var staged: [String] { names(in: ".").filter { $0.hasPrefix(".") } }

    func isStaged(_ name: String) -> Bool { staged.contains { exists("\($0)/\(name)") } }
}
