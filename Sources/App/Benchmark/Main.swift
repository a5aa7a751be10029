import Columns
import Diagnostics
import Glibc

/// `Benchmark`: how long each stage of a check takes, and how much memory, on lists of any size.
///
/// Off the product path: it measures what the product's modules do, and runs the product's program beside it.
@main struct Benchmark {
    static func main() {
        do {
            let options = try BenchmarkOptions(Array(CommandLine.arguments.dropFirst()))
            if let stage = options.stage {
                var figures = try stage.measure(Workload(options))
                figures.peakBytes = OwnMemory.peakBytes
                print(figures.line)
            } else if options.compares {
                try Comparison(options).run()
            } else {
                try BenchmarkRun(options).run()
            }
        } catch let failure as Failure {
            for finding in failure.findings { say("Benchmark: \(finding.rendered(in: .english))") }
            exit(failure.kind.rawValue)
        } catch {
            say("Benchmark: \(error)")
            exit(1)
        }
    }

    /// Writes a line to standard error.
    static func say(_ text: String) {
        try? StandardStream.error.write(Array("\(text)\n".utf8))
    }
}
