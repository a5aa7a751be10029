import Diagnostics
import Options

/// Where a check says what, by the options of its terminal.
struct CheckFace {
    let console: Console
    let arguments: Arguments
    /// Where a job file goes; `-` takes standard output for itself.
    let job: String?

    var isQuiet: Bool { arguments.has("quiet") }
    var showsJSON: Bool { arguments.has("json") && job != "-" }
    var showsPages: Bool { !isQuiet && !arguments.has("json") && job != "-" }
    var mayAsk: Bool { showsPages && console.canAsk }

    /// - Parameter protected: files that must stay as they are, whatever is asked for.
    func writeJob(_ bytes: [UInt8], protecting protected: [String]) throws(Failure) {
        guard let job else { return }
        if job == "-" {
            try console.write(bytes)
        } else if let said = try JobWriting.write(
            bytes, to: job, isForced: arguments.has("force"), protecting: protected)
        {
            if !isQuiet { console.report(said) }
        }
    }
}
