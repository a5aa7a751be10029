import CLanes

/// Registers by the width of which a kernel has a form of its own, in bytes; 1 = the portable form.
enum Registers {
    static let widths: [Int32] = [1, 16, 32, 64]

    static let kernels = [
        LANES_COMPARE: "masks", LANES_TAKE_ROWS: "rows", LANES_GATHER_CELLS: "bounds", LANES_COPY_CELLS: "cells",
        LANES_WRITE_LINES: "lines", LANES_READ_DIGITS: "digits", LANES_FIND_KEYS: "keys",
        LANES_TAKE_SHEET_ROWS: "sheet rows", LANES_WRITE_SHEET_CELLS: "sheet cells",
    ]

    /// The widths that a kernel is tested by on this processor.
    static func here(_ kernel: Int) -> [Int32] { widths.filter { lanes_runs(Int32(kernel), $0) != 0 } }

    /// What this processor cannot run by a width, so that it stays untested here.
    static func missing(_ width: Int32) -> [String] {
        kernels.filter { lanes_has_form(Int32($0.key), width) != 0 && !here($0.key).contains(width) }.map(\.value)
            .sorted()
    }
}

/// The same numbers every time.
struct SeededBytes {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
