import Foundation
import Glibc

/// A terminal on which the program runs, and a person who types.
final class PseudoTerminal {
    private let keyboard: FileHandle
    private let screen: FileHandle

    struct Refused: Error {}

    /// Whether the system gives terminals away.
    static let isThere = FileManager.default.isWritableFile(atPath: "/dev/ptmx")

    // glibc hides `posix_openpt` and its kin behind _GNU_SOURCE: these are the requests that they make.
    private static let unlock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    init() throws {
        let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (isLocked, place) = (Int32(0), Int32(0))
        guard master >= 0, unsafe ioctl(master, Self.unlock, &isLocked) == 0,
            unsafe ioctl(master, Self.number, &place) == 0
        else {
            throw Refused()
        }
        let terminal = unsafe open("/dev/pts/\(place)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { throw Refused() }
        keyboard = FileHandle(fileDescriptor: master, closeOnDealloc: true)
        screen = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    }

    /// Runs the program; what is typed waits for it to ask.
    func run(
        _ arguments: [String], in folder: URL, typing: String
    ) async throws -> (exitCode: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path ?? "/nonexistent/siappilih")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C", "TERM": "xterm", "NO_COLOR": "1", "HOME": folder.path,
        ].merging(Program.sanitizerOptions) { $1 }
        process.standardInput = screen
        process.standardOutput = screen
        process.standardError = screen
        // Reading waits, and a thread of the test's own must not.
        let heard = AsyncStream<Data> { stream in
            Thread.detachNewThread { [keyboard] in
                // A terminal that nobody holds open any more is an error, not an end.
                var window = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = unsafe read(keyboard.fileDescriptor, &window, window.count)
                    if count <= 0 { break }
                    stream.yield(Data(window[..<count]))
                }
                stream.finish()
            }
        }
        let exitCode: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in continuation.resume(returning: ended.terminationStatus) }
            do {
                try process.run()
                try keyboard.write(contentsOf: Data(typing.utf8))
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        try screen.close()
        var text = Data()
        for await more in heard { text += more }
        return (exitCode, String(decoding: text, as: UTF8.self))
    }
}
