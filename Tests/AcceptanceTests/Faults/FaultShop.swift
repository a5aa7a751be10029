import Foundation
import Testing

/// A folder in which one command after another runs with a fault, and what it should have made.
struct FaultShop: Sendable {
    let workdir: Workdir
    let shim: String

    /// What a run left behind.
    struct Ending: Sendable {
        /// Minus the signal that ended it; nil where it did not end in time.
        var code: Int32?
        var output: [UInt8]
        var errors: String
    }

    /// Longer than any of these commands takes on a busy machine.
    static let patience: Duration = .seconds(60)

    init() async throws {
        workdir = try Workdir()
        shim = workdir.path("faults.so")
        let source = Program.root.appendingPathComponent("Tests/Faults/faults.c").path
        try workdir.tool(
            FaultShop.compiler ?? "/nonexistent/cc",
            ["-O1", "-shared", "-fPIC", "-o", shim, source, "-ldl", "-lpthread"])
        try workdir.write("key", "kunci untuk uji saja")
        for arguments in FaultCommand.before {
            let ending = try await run(arguments)
            try #require(ending.code == 0, "\(arguments): \(ending.errors)")
        }
    }

    /// The system's C compiler.
    static let compiler = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    static var canBreak: Bool { Program.canCheck && compiler != nil && Program.sanitizerOptions.isEmpty }

    /// - Parameter limit: what `ulimit` is told before.
    func run(
        _ arguments: [String], _ environment: [String: String] = [:], limit: String? = nil
    ) async throws -> Ending {
        let streams = ["stdout", "stderr"].map { workdir.url.appendingPathComponent($0) }
        for stream in streams { try Data().write(to: stream) }
        let process = Process()
        let program = Program.path ?? "/nonexistent/siappilih"
        process.executableURL = URL(fileURLWithPath: limit == nil ? program : "/bin/sh")
        let shell = limit.map { ["-c", "ulimit \($0); exec \"$0\" \"$@\"", program] }
        process.arguments = (shell ?? []) + arguments
        process.currentDirectoryURL = workdir.url
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C", "TZ": "UTC", "HOME": workdir.url.path, "TMPDIR": workdir.url.path,
            "SOURCE_DATE_EPOCH": "1530000000",
        ].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let handles = try streams.map { try FileHandle(forWritingTo: $0) }
        defer { for handle in handles { try? handle.close() } }
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        let end = ContinuousClock.now + Self.patience
        while process.isRunning, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(2)) }
        let isLate = process.isRunning
        if isLate { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Ending(
            code: isLate ? nil : isSignal ? -process.terminationStatus : process.terminationStatus,
            output: Array(try Data(contentsOf: streams[0])),
            errors: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self))
    }

    /// How often a command meets each call.
    func counts(_ command: FaultCommand) async throws -> [Fault.Call: Int] {
        _ = try await run(command.arguments, ["LD_PRELOAD": shim, "FAULT_COUNTS": workdir.path("counts")])
        var counts: [Fault.Call: Int] = [:]
        for line in try workdir.text("counts").split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let call = Fault.Call(rawValue: String(words[0])) { counts[call] = Int(words[1]) }
        }
        try? FileManager.default.removeItem(atPath: workdir.path("counts"))
        return counts
    }

    /// The folder `out`, file by file; nil where it is not there, or empty. What is not published yet bears hidden names.
    func made() throws -> [String: [UInt8]]? {
        var files: [String: [UInt8]] = [:]
        let root = workdir.url.appendingPathComponent("out")
        for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String }) ?? [] {
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            let file = root.appendingPathComponent(path)
            let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
            if !isFolder { files[path] = Array(try Data(contentsOf: file)) }
        }
        return files.isEmpty ? nil : files
    }

    /// Every name in the folder, hidden ones and those of folders too.
    func names() -> [String] {
        (FileManager.default.enumerator(atPath: workdir.url.path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// Takes away what was published, and leaves to the program what it left under hidden names.
    func clear() {
        let out = workdir.path("out")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []
        for name in names where !name.hasPrefix(".") { try? FileManager.default.removeItem(atPath: "\(out)/\(name)") }
        if names.allSatisfy({ !$0.hasPrefix(".") }) { try? FileManager.default.removeItem(atPath: out) }
    }
}
