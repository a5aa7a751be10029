import Foundation

/// Text of the program without what differs from one machine, build or rule to the next.
enum Masked {
    /// `siappilih VERSION`, as the program says it.
    private static let version: String = {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Program.path ?? "")
        process.arguments = ["--version"]
        process.standardOutput = output
        guard (try? process.run()) != nil else { return "" }
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return said.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    }()

    /// - Parameter folder: the temporary folder that the program ran in.
    static func text(_ text: String, folder: String) -> String {
        var masked = text.replacing(Program.rules, with: "RULES").replacing(folder, with: "FOLDER")
        if !version.isEmpty { masked = masked.replacing(version, with: "VERSION") }
        return masked.replacing(/\b[0-9a-f]{12,64}\b/) {
            $0.output.allSatisfy(\.isNumber) ? String($0.output) : "DIGEST"
        }
    }
}
