import CLanes
import Testing

/// Whatever registers the processor has, the masks are those of looking at byte after byte.
@Suite struct LanesTests {
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

    @Test(arguments: [1, 16, 32, 64]) func everyWidthAgreesWithByteAfterByte(_ width: Int32) {
        var state: UInt64 = 7
        var bytes: [UInt8] = []
        for number in 0..<(64 * 400) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Some stretches with much that is wanted, some with little, some with nothing but text.
            let choice = state >> 33 % (number / 640 % 3 == 0 ? 4 : 60)
            let odd: [UInt8] = [44, 10, 34, UInt8(truncatingIfNeeded: state >> 50)]
            bytes.append(choice < 4 && number / 640 % 7 != 3 ? odd[Int(choice)] : 65)
        }
        for wanted: [UInt8] in [[44, 10, 34], [59, 13, 59], [200, 65, 255]] {
            var found = [lanes_masks](repeating: lanes_masks(), count: 400)
            // A processor without such registers has nothing to show.
            guard unsafe lanes_compare_by(width, bytes, 400, wanted[0], wanted[1], wanted[2], &found) == 1 else {
                return
            }
            for block in 0..<400 {
                #expect(Masks(found[block]) == Self.plain(bytes[(block * 64)..<(block * 64 + 64)], wanted))
            }
        }
    }

    @Test func noOtherWidthIsThere() {
        var found = lanes_masks()
        let bytes = [UInt8](repeating: 0, count: 64)
        for width: Int32 in [0, 8, 48, 128] { #expect(unsafe lanes_compare_by(width, bytes, 1, 1, 2, 3, &found) == 0) }
    }
}
