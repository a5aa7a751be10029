import FoundationEssentials

/// What one stage took, over all the lists it was given.
struct StageFigures: Codable {
    var stage: String
    /// What is counted in `rows`.
    var unit: String
    var milliseconds: Double
    var rows: Int
    /// Bytes of lists or results that went through; nil where bytes say nothing.
    var bytes: Int?
    /// The most memory of a process that does nothing else.
    var peakBytes: Int?

    init(_ stage: Stage, unit: String, seconds: Double, rows: Int, bytes: Int? = nil) {
        self.stage = stage.rawValue
        self.unit = unit
        self.milliseconds = (seconds * 100_000).rounded() / 100
        self.rows = rows
        self.bytes = bytes
    }

    /// On one line, for the process that asked.
    var line: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    var rowsPerSecond: Double { milliseconds > 0 ? Double(rows) / milliseconds * 1000 : 0 }
    var bytesPerSecond: Double? { bytes.map { milliseconds > 0 ? Double($0) / milliseconds * 1000 : 0 } }
}

/// What this process has used, as the kernel counts it.
enum OwnMemory {
    /// The most memory it ever had resident (`VmHWM`); nil where the system does not say. A parent cannot learn it: what
    /// `wait4` tells begins with the memory of whoever started the process.
    static var peakBytes: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 << 10 }
    }
}

/// Adds up the time of the pieces of work that count.
struct StopWatch {
    private let clock = ContinuousClock()
    private(set) var seconds = 0.0

    mutating func time<Result>(_ work: () throws -> Result) rethrows -> Result {
        let start = clock.now
        let result = try work()
        seconds += (clock.now - start) / .seconds(1)
        return result
    }
}
