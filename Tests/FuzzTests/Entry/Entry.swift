import Foundation

/// Where libFuzzer calls in. `SIAPPILIH_FUZZ` names the target.
private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["SIAPPILIH_FUZZ"] ?? "") ?? .csv

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.take(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
