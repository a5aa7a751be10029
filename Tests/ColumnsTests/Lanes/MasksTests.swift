import CLanes
import Testing

/// Whatever registers the masks are made by, they are those of looking at byte after byte.
@Suite struct MasksTests {
    private struct Masks: Equatable {
        var parting: UInt64 = 0
        var second: UInt64 = 0
        var hasThird = false
        var isHigh = false
        var count: UInt32 = 0
        var countToSecond: UInt32 = 0

        init() {}

        init(_ found: lanes_masks) {
            parting = found.parting
            second = found.second
            hasThird = found.third != 0
            isHigh = found.high != 0
            count = found.count
            countToSecond = found.count_to_second
        }
    }

    private static func plain(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Masks {
        var masks = Masks()
        for (place, byte) in bytes.enumerated() {
            if byte == wanted[0] || byte == wanted[1] {
                masks.parting |= 1 << UInt64(place)
                if masks.second == 0 { masks.countToSecond += 1 }
                masks.count += 1
            }
            if byte == wanted[1] { masks.second |= 1 << UInt64(place) }
            if byte == wanted[2] { masks.hasThird = true }
            if byte > 127 { masks.isHigh = true }
        }
        return masks
    }

    /// Some stretches with much that is wanted, some with little, some with nothing but text.
    private static let bytes: [UInt8] = {
        var random = SeededBytes(7)
        return (0..<(64 * 400)).map { number in
            let choice = random.below(number / 640 % 3 == 0 ? 4 : 60)
            let odd: [UInt8] = [44, 10, 34, UInt8(random.below(256))]
            return choice < 4 && number / 640 % 7 != 3 ? odd[choice] : 65
        }
    }()

    @Test(arguments: Registers.here(LANES_COMPARE), [[44, 10, 34], [59, 13, 59], [200, 65, 255]] as [[UInt8]])
    func everyWidthAgreesWithByteAfterByte(_ width: Int32, _ wanted: [UInt8]) {
        var found = [lanes_masks](repeating: lanes_masks(), count: 400)
        #expect(unsafe lanes_compare_by(width, Self.bytes, 400, wanted[0], wanted[1], wanted[2], &found) == 1)
        for block in 0..<400 {
            #expect(Masks(found[block]) == Self.plain(Self.bytes[(block * 64)..<(block * 64 + 64)], wanted))
        }
    }

    /// One byte that is looked for stands alone in a block, at each place in turn.
    @Test(arguments: Registers.here(LANES_COMPARE), [44, 10, 34, 200] as [UInt8])
    func everyPlaceCounts(_ width: Int32, _ byte: UInt8) {
        var bytes = [UInt8](repeating: 65, count: 64 * 64)
        for place in 0..<64 { bytes[place * 64 + place] = byte }
        var found = [lanes_masks](repeating: lanes_masks(), count: 64)
        #expect(unsafe lanes_compare_by(width, bytes, 64, 44, 10, 34, &found) == 1)
        for place in 0..<64 {
            #expect(Masks(found[place]) == Self.plain(bytes[(place * 64)..<(place * 64 + 64)], [44, 10, 34]))
        }
    }

    @Test func theFormInUseIsOneOfThem() {
        var found = [lanes_masks](repeating: lanes_masks(), count: 400)
        unsafe lanes_compare(Self.bytes, 400, 44, 10, 34, &found)
        for block in 0..<400 {
            #expect(Masks(found[block]) == Self.plain(Self.bytes[(block * 64)..<(block * 64 + 64)], [44, 10, 34]))
        }
    }

    @Test func noOtherWidthIsThere() {
        var found = lanes_masks()
        for width: Int32 in [0, 8, 48, 128] {
            #expect(unsafe lanes_compare_by(width, Self.bytes, 1, 1, 2, 3, &found) == 0)
        }
    }

    @Test func bytesAmongThreeAreFound() {
        for wanted: [UInt8] in [[44, 10, 34], [65, 65, 65], [0, 255, 128]] {
            for start in stride(from: 0, to: Self.bytes.count - 64, by: 61) {
                let block = Array(Self.bytes[start..<start + 64])
                var plain: UInt64 = 0
                for (place, byte) in block.enumerated() where wanted.contains(byte) { plain |= 1 << UInt64(place) }
                #expect(unsafe lanes_among(block, wanted[0], wanted[1], wanted[2]) == plain)
                #expect(unsafe lanes_among_1(block, wanted[0], wanted[1], wanted[2]) == plain)
            }
        }
    }

    @Test(arguments: [0, 1, 0x8000, 0x0101, 0x7FFF, 0xFFFF] as [UInt16])
    func wordsThatHaveAllBitsAreFound(_ mask: UInt16) {
        var random = SeededBytes(UInt64(mask))
        for _ in 0..<200 {
            let words = (0..<64).map { _ in
                random.below(2) == 0 ? mask | UInt16(random.below(65_536)) : UInt16(random.below(65_536))
            }
            var plain: UInt64 = 0
            for (place, word) in words.enumerated() where word & mask == mask { plain |= 1 << UInt64(place) }
            #expect(unsafe lanes_having(words, mask) == plain)
            #expect(unsafe lanes_having_1(words, mask) == plain)
        }
    }
}
