import Testing

@testable import Columns

/// What the kernels that work on a file of truths ask of their callers, in release builds too.
@Suite struct TruthPreconditionTests {
    /// Room for one word each.
    private static let place = TruthPlace(isTrue: 0, isFalse: 1)

    @Test func placesLieInTheFile() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let bits: [UInt64] = [1]
            TruthKernels.flags(&file, TruthPlace(isTrue: 0, isFalse: 2), bits.span, rows: 1)
        }
    }

    @Test func placesAreNotNegative() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let bits: [UInt64] = [1]
            TruthKernels.flags(&file, TruthPlace(isTrue: -1, isFalse: 0), bits.span, rows: 1)
        }
    }

    @Test func wordsAreNotNegative() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let bits: [UInt64] = [1]
            TruthKernels.known(&file, Self.place, isTrue: bits.span, isKnown: bits.span, words: -1)
        }
    }

    @Test func flagsCoverTheirRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 4)
            let bits: [UInt64] = [1]
            TruthKernels.flags(&file, TruthPlace(isTrue: 0, isFalse: 2), bits.span, rows: 65)
        }
    }

    @Test func whatIsKnownCoversItsRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 4)
            let (truths, known): ([UInt64], [UInt64]) = ([1, 1], [1])
            TruthKernels.known(
                &file, TruthPlace(isTrue: 0, isFalse: 2), isTrue: truths.span, isKnown: known.span, words: 2)
        }
    }

    @Test func truthsAreWrittenWhereThereIsRoom() async {
        await #expect(processExitsWith: .failure) {
            let file = [UInt64](repeating: 0, count: 2)
            var (truths, known): ([UInt64], [UInt64]) = ([0], [0])
            // What lies behind is theirs, and still no place of theirs.
            truths.reserveCapacity(8)
            known.reserveCapacity(8)
            TruthKernels.write(file, Self.place, words: 1, isTrue: &truths, isKnown: &known, at: 1)
        }
    }

    @Test func numbersCoverTheirRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let (values, known): ([Int32], [UInt64]) = ([1], [.max])
            TruthKernels.between(&file, Self.place, values.span, known: known.span, low: 0, high: 1, rows: 2)
        }
    }

    @Test func numbersAreKnownOrNot() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 4)
            let (values, known): ([Int32], [UInt64]) = ([Int32](repeating: 1, count: 65), [.max])
            TruthKernels.between(
                &file, TruthPlace(isTrue: 0, isFalse: 2), values.span, known: known.span, low: 0, high: 1, rows: 65)
        }
    }

    @Test func codesCoverTheirRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let codes: [UInt8] = [1]
            TruthKernels.codes(&file, Self.place, codes.span, wanted: [1], unknown: [], rows: 2)
        }
    }

    @Test func aTableHasEveryCode() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let codes: [UInt8] = [1]
            TruthKernels.table(&file, Self.place, codes.span, table: [UInt8](repeating: 1, count: 255), rows: 1)
        }
    }

    @Test func codesOfATableCoverTheirRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let codes: [UInt8] = [1]
            TruthKernels.table(&file, Self.place, codes.span, table: [UInt8](repeating: 1, count: 256), rows: 2)
        }
    }

    @Test func pairsCoverTheirRows() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let (left, right): ([UInt8], [UInt8]) = ([1, 1], [1])
            TruthKernels.pairs(&file, Self.place, left.span, right.span, table: [1, 1, 1, 1], width: 2, rows: 2)
        }
    }

    @Test func pairsHaveAWidth() async {
        await #expect(processExitsWith: .failure) {
            var file = [UInt64](repeating: 0, count: 2)
            let codes: [UInt8] = [0]
            TruthKernels.pairs(&file, Self.place, codes.span, codes.span, table: [1], width: -1, rows: 1)
        }
    }
}
