import Diagnostics
import Dispatch
import RunFolder

/// How long each stage took.
struct StageClock {
    private(set) var timings: [Manifest.Timing] = []

    /// Runs a stage; returns its result.
    mutating func time<Result>(_ stage: String, _ run: () throws(Failure) -> Result) throws(Failure) -> Result {
        let start = DispatchTime.now().uptimeNanoseconds
        let result = try run()
        let end = DispatchTime.now().uptimeNanoseconds
        timings.append(Manifest.Timing(stage: stage, milliseconds: Int((end - start) / 1_000_000)))
        return result
    }
}
