import CLanes
import Testing

/// Says which widths the kernels were not tested by.
@Suite struct RegistersTests {
    private func allRun(by width: Int32) -> Bool {
        Registers.kernels.keys.allSatisfy {
            lanes_has_form(Int32($0), width) == 0 || Registers.here($0).contains(width)
        }
    }

    @Test(
        .enabled(
            if: Registers.missing(64).isEmpty,
            "NOT RUN: \(Registers.missing(64)) by registers of 64 bytes, which are not there"))
    func formsOf64BytesAreTested() { #expect(allRun(by: 64)) }

    @Test(
        .enabled(
            if: Registers.missing(32).isEmpty,
            "NOT RUN: \(Registers.missing(32)) by registers of 32 bytes, which are not there"))
    func formsOf32BytesAreTested() { #expect(allRun(by: 32)) }

    @Test(
        .enabled(
            if: Registers.missing(16).isEmpty,
            "NOT RUN: \(Registers.missing(16)) by registers of 16 bytes, which are not there"))
    func formsOf16BytesAreTested() { #expect(allRun(by: 16)) }

    /// Whatever the processor: rows and lines are left to the caller, the rest has a form without wide registers.
    @Test func portableFormsRunEverywhere() {
        for kernel in Registers.kernels.keys {
            let isLeft = [LANES_TAKE_ROWS, LANES_WRITE_LINES].contains(kernel)
            #expect(Registers.here(kernel).contains(1) == !isLeft)
        }
        #expect(Registers.kernels.count == LANES_KERNEL_COUNT)
    }

    @Test func whatHasNoFormDoesNotRun() {
        for width: Int32 in [-1, 0, 2, 8, 48, 128] {
            for kernel in Registers.kernels.keys { #expect(lanes_runs(Int32(kernel), width) == 0) }
        }
        for kernel: Int32 in [-1, Int32(LANES_KERNEL_COUNT)] { #expect(lanes_runs(kernel, 1) == 0) }
        #expect(lanes_runs(Int32(LANES_FIND_KEYS), 16) == 0)
    }
}
