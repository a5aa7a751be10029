import Foundation

/// A real browser (Chromium) without a window, driven over its debugging pipe. It opens files alone.
final class Browser {
    struct Silent: Error { var waitedFor: String }

    /// Where the system has one; tests that need it say so loudly where it has none.
    static let path: String? =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].flatMap { name in
            ["/usr/bin/\(name)", "/usr/local/bin/\(name)", "/snap/bin/\(name)"]
        }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private let process = Process()
    private let commands: FileHandle
    private let answers: FileHandle
    private var rest: [UInt8] = []
    private var number = 0
    private var session: String?
    /// Everything the browser said unasked: requests, console, errors.
    private(set) var events: [[String: Any]] = []
    private var replies: [Int: [String: Any]] = [:]

    init(in workdir: Workdir) async throws {
        try workdir.tool("/usr/bin/mkfifo", ["commands"])
        try workdir.write("answers", "")
        guard let commands = FileHandle(forUpdatingAtPath: workdir.path("commands")),
            let answers = FileHandle(forReadingAtPath: workdir.path("answers"))
        else { throw Silent(waitedFor: "pipes") }
        self.commands = commands
        self.answers = answers
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The browser reads commands from descriptor 3 and answers on 4; a file holds the answers, so that reading them
        // never waits.
        process.arguments = [
            "-c", "exec \"$0\" \"$@\" 3<commands 4>>answers 2>browser.log", Self.path ?? "chromium", "--headless",
            "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--user-data-dir=\(workdir.path("profile"))", "about:blank",
        ]
        process.currentDirectoryURL = workdir.url
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": workdir.url.path, "LANG": "C.UTF-8"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let target = try await ask("Target.createTarget", ["url": "about:blank"])["targetId"] as? String
        session =
            try await ask("Target.attachToTarget", ["targetId": target ?? "", "flatten": true])["sessionId"] as? String
        for domain in ["Page", "Network", "Runtime", "Log"] { _ = try await ask("\(domain).enable") }
    }

    func close() async {
        _ = try? await ask("Browser.close", inPage: false)
        if process.isRunning { process.terminate() }
    }

    /// Opens a page and waits until it is there.
    func open(_ file: String) async throws {
        events = []
        _ = try await ask("Page.navigate", ["url": URL(fileURLWithPath: file).absoluteString])
        try await wait("Page.loadEventFired") {
            self.events.contains { $0["method"] as? String == "Page.loadEventFired" }
        }
    }

    /// The value of an expression in the page.
    func value(_ expression: String) async throws -> Any? {
        let answer = try await ask("Runtime.evaluate", ["expression": expression, "returnByValue": true])
        if let problem = answer["exceptionDetails"] { throw Silent(waitedFor: "\(expression): \(problem)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    /// Methods of events so far, by what they are about.
    func said(_ method: String) -> [[String: Any]] {
        events.filter { $0["method"] as? String == method }.compactMap { $0["params"] as? [String: Any] }
    }

    func ask(
        _ method: String, _ parameters: [String: Any] = [:], inPage: Bool = true
    ) async throws -> [String: Any] {
        number += 1
        let own = number
        var message: [String: Any] = ["id": own, "method": method, "params": parameters]
        if inPage, let session { message["sessionId"] = session }
        try commands.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
        try await wait(method) { self.replies[own] != nil }
        let reply = replies.removeValue(forKey: own) ?? [:]
        if let problem = reply["error"] { throw Silent(waitedFor: "\(method): \(problem)") }
        return reply["result"] as? [String: Any] ?? [:]
    }

    private func wait(_ what: String, until isThere: () -> Bool) async throws {
        // A slow machine may take its time; a browser that never answers must not hold the tests up.
        for _ in 0..<3000 {
            try read()
            if isThere() { return }
            try await Task.sleep(nanoseconds: 10_000_000)
        }
        throw Silent(waitedFor: what)
    }

    private func read() throws {
        guard let data = try answers.readToEnd(), !data.isEmpty else { return }
        rest += data
        while let end = rest.firstIndex(of: 0) {
            let message = try JSONSerialization.jsonObject(with: Data(rest[..<end])) as? [String: Any] ?? [:]
            rest.removeFirst(end + 1)
            if let id = message["id"] as? Int { replies[id] = message } else { events.append(message) }
        }
    }
}
