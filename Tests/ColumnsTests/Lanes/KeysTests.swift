import CLanes
import Testing

/// Keys are found where they stand, by registers of every width.
@Suite struct KeysTests {
    /// Tables with some lines full, the last one too; asked for what is there, what is not and what is no key.
    @Test(arguments: [0] + Registers.here(LANES_FIND_KEYS), [5, 700, 4000])
    func keysAreFoundByEveryWidth(_ width: Int32, keys count: Int) {
        let lines = count * 2 / 7 + 2
        let capacity = lines * Int(LANES_KEY_LINE)
        let table = UnsafeMutableRawPointer.allocate(byteCount: capacity * 16, alignment: 64)
        defer { unsafe table.deallocate() }
        let words = unsafe table.bindMemory(to: UInt64.self, capacity: capacity * 2)
        unsafe words.update(repeating: 0, count: capacity * 2)
        let limit = UInt64(1) << 54
        var state: UInt64 = 5
        let keys = (0..<count * 2).map { _ -> UInt64 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 10 % (limit - 1) + 1
        }
        // Where each of the first half stands, put there entry after entry.
        var places: [UInt64: Int] = [:]
        func free(_ key: UInt64) -> Int {
            var slot = Int(lanes_key_home(key, UInt64(lines)))
            while unsafe words[slot * 2] != 0 { slot = (slot + 1) % capacity }
            return slot
        }
        for key in keys[..<count] where places[key] == nil {
            let slot = free(key)
            // Flags beside some of them.
            unsafe words[slot * 2] = key | (key % 3 == 0 ? limit << (key % 10) : 0)
            places[key] = slot
        }
        let asked = keys + [0, limit, limit | keys[0], .max]
        var slots = [UInt32](repeating: 0, count: asked.count)
        var found = [UInt8](repeating: 9, count: asked.count)
        if width == 0 {
            // The form in use.
            unsafe lanes_find_keys(table, UInt64(lines), asked, Int64(asked.count), &slots, &found)
        } else {
            #expect(
                unsafe lanes_find_keys_by(
                    width, table, UInt64(lines), asked, Int64(asked.count), &slots, &found) == 1)
        }
        for (place, key) in asked.enumerated() {
            if let slot = places[key] {
                #expect(found[place] == 1 && Int(slots[place]) == slot)
            } else {
                #expect(found[place] == 0 && Int(slots[place]) < capacity)
                if 1..<limit ~= key { #expect(Int(slots[place]) == free(key)) }
            }
        }
    }
}
