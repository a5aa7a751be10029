import Glibc
import Synchronization

/// A hash index from keys to one 64-bit payload each: open addressing, sixteen bytes an entry, many threads at once.
///
/// Keys are 1 ..< 2^54; ten flag bits of each entry stand beside its key. Memory comes from the system as zero pages
/// and is touched only where entries fall. When the table gets full it is built anew at a larger size, which needs no
/// care from callers except that a slot number is only good until the next `insert`.
@safe public final class KeyIndex: @unchecked Sendable {
    /// No entry.
    public static let none = UInt32.max
    /// Keys are below this.
    public static let keyLimit: UInt64 = 1 << 54
    /// Flags a caller may set on an entry: 0 ..< this.
    public static let flagCount = 10

    // Two words an entry: key with flags, payload. Shared by all threads through relaxed atomics; the lock is held for
    // reading while a batch works on the table and for writing while it is replaced.
    private var entries: UnsafeMutablePointer<Atomic<UInt64>>
    private var capacity: Int
    /// The capacity as threads see it that do not hold the lock.
    private let room: Atomic<Int>
    /// Keys held, and those that threads are about to add.
    private let filled = Atomic<Int>(0)
    private let lock: UnsafeMutablePointer<pthread_rwlock_t>

    /// An index with room for about `expected` keys before it has to grow.
    public init(expected: Int) {
        capacity = Self.capacity(for: expected)
        room = Atomic(capacity)
        unsafe entries = Self.map(capacity)
        unsafe lock = .allocate(capacity: 1)
        unsafe pthread_rwlock_init(lock, nil)
    }

    deinit {
        unsafe munmap(entries, capacity * 16)
        unsafe pthread_rwlock_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Keys held; more while some are being added.
    public var count: Int { filled.load(ordering: .relaxed) }

    /// Bytes of address space of the table.
    public var bytes: Int { capacity * 16 }

    /// Bytes that an index for `expected` keys takes once they are in it.
    public static func bytes(expected: Int) -> Int { capacity(for: expected) * 16 }

    private static func capacity(for expected: Int) -> Int {
        min(max(1024, expected + expected / 5 * 2), Int(UInt32.max) - line) / line * line
    }

    private static func map(_ capacity: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
        let bytes = capacity * 16
        let memory = unsafe mmap(
            nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
            // Out of address space: there is nothing a caller could do with half an index.
            let words: StaticString = "siappilih: out of memory\n"
            _ = unsafe write(2, words.utf8Start, words.utf8CodeUnitCount)
            exit(5)
        }
        // Huge pages: a random probe then misses the cache once, not twice.
        unsafe madvise(memory, bytes, 14)
        return unsafe memory.bindMemory(to: Atomic<UInt64>.self, capacity: capacity * 2)
    }

    /// Entries of a cache line. A key is looked for from the beginning of a line on, so that most searches end in the one
    /// that was asked for ahead.
    private static let line = 4

    @inline(__always)
    private static func home(_ key: UInt64, _ capacity: Int) -> Int {
        let hash = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return Int((hash ^ (hash >> 32)).multipliedFullWidth(by: UInt64(capacity / line)).high) * line
    }

    /// The slot of `key`, or the empty one where it would stand.
    @inline(__always)
    private static func probe(
        _ entries: UnsafeMutablePointer<Atomic<UInt64>>, _ capacity: Int, _ key: UInt64
    ) -> (slot: Int, found: Bool) {
        unsafe probe(entries, capacity, key, from: home(key, capacity))
    }

    /// The same from the beginning of a line on. A whole line is compared at a time, without a guess for each entry.
    @inline(__always)
    private static func probe(
        _ entries: UnsafeMutablePointer<Atomic<UInt64>>, _ capacity: Int, _ key: UInt64, from home: Int
    ) -> (slot: Int, found: Bool) {
        var slot = home
        while true {
            var equal = 0
            var empty = 0
            for place in 0..<line {
                let word = unsafe entries[(slot &+ place) &* 2].load(ordering: .relaxed)
                equal |= (word & (keyLimit - 1) == key ? 1 : 0) << place
                empty |= (word == 0 ? 1 : 0) << place
            }
            if equal != 0 { return (slot &+ equal.trailingZeroBitCount, true) }
            if empty != 0 { return (slot &+ empty.trailingZeroBitCount, false) }
            slot &+= line
            if slot == capacity { slot = 0 }
        }
    }

    /// Calls `body` with the position of each key that may stand in the table and where it is looked for, having asked
    /// for the cache lines of the keys behind it, so that the misses overlap.
    @inline(__always)
    private static func forEach(
        _ keys: [UInt64], _ entries: UnsafeMutablePointer<Atomic<UInt64>>, _ capacity: Int,
        _ body: (_ position: Int, _ key: UInt64, _ home: Int) -> Void
    ) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys.count) { homes in
            unsafe keys.withUnsafeBufferPointer { keys in
                let count = keys.count
                for position in 0..<count {
                    unsafe homes[position] = UInt32(truncatingIfNeeded: home(keys[position], capacity))
                }
                for position in 0..<min(lookAhead, count) { unsafe prefetch(entries + Int(homes[position]) &* 2) }
                for position in 0..<count {
                    let next = position &+ lookAhead
                    if next < count { unsafe prefetch(entries + Int(homes[next]) &* 2) }
                    let key = unsafe keys[position]
                    if key == 0 || key >= keyLimit { continue }
                    unsafe body(position, key, Int(homes[position]))
                }
            }
        }
    }

    /// Adds the keys that are not there yet, each with the payload beside it; 0 stands for no key.
    ///
    /// `met` is called for each key that was there already, with its position and its payload after `mark` was or-ed
    /// into it.
    public func insert(
        _ keys: [UInt64], payloads: [UInt64], mark: UInt64, met: (_ position: Int, _ payload: UInt64) -> Void
    ) {
        // Counted before they are added: together with what other threads add they must find room.
        grow(for: filled.add(keys.count, ordering: .relaxed).newValue)
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        let entries = unsafe self.entries
        let capacity = self.capacity
        var added = 0
        unsafe Self.forEach(keys, entries, capacity) { position, key, home in
            while true {
                let (slot, found) = unsafe Self.probe(entries, capacity, key, from: home)
                if found {
                    // The payload of a key just put in by another thread may not be there yet: wait for it.
                    while unsafe entries[slot * 2 + 1].load(ordering: .acquiring) == 0 { sched_yield() }
                    let old = unsafe entries[slot * 2 + 1].bitwiseOr(mark, ordering: .relaxed).newValue
                    met(position, old)
                    break
                }
                if unsafe entries[slot * 2].compareExchange(expected: 0, desired: key, ordering: .relaxed).exchanged {
                    unsafe entries[slot * 2 + 1].store(payloads[position], ordering: .releasing)
                    added += 1
                    break
                }
            }
        }
        filled.subtract(keys.count - added, ordering: .relaxed)
    }

    /// The slots of `keys`; `none` for a key that is not there and for 0.
    public func find(_ keys: [UInt64], slots: inout [UInt32]) {
        if slots.count != keys.count { slots = [UInt32](repeating: Self.none, count: keys.count) }
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        let entries = unsafe self.entries
        let capacity = self.capacity
        for position in keys.indices { slots[position] = Self.none }
        unsafe Self.forEach(keys, entries, capacity) { position, key, home in
            let (slot, found) = unsafe Self.probe(entries, capacity, key, from: home)
            if found { slots[position] = UInt32(truncatingIfNeeded: slot) }
        }
    }

    public func payload(_ slot: UInt32) -> UInt64 {
        guard Int(slot) < capacity else { return 0 }
        return unsafe entries[Int(slot) * 2 + 1].load(ordering: .relaxed)
    }

    /// Replaces the payload by what `change` makes of it, again if another thread was quicker; nil leaves it.
    public func update(_ slot: UInt32, _ change: (UInt64) -> UInt64?) {
        guard Int(slot) < capacity else { return }
        let at = Int(slot) * 2 + 1
        var old = unsafe entries[at].load(ordering: .relaxed)
        while let new = change(old), new != old {
            let (exchanged, original) = unsafe entries[at].weakCompareExchange(
                expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = original
        }
    }

    /// Gives the payload of every key that is there to `change` and keeps what it returns; nil leaves it. `change` is
    /// called again where another thread was quicker. Other keys, and 0, are passed over.
    public func update(_ keys: [UInt64], _ change: (_ position: Int, _ payload: UInt64) -> UInt64?) {
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        let entries = unsafe self.entries
        let capacity = self.capacity
        unsafe Self.forEach(keys, entries, capacity) { position, key, home in
            let (slot, found) = unsafe Self.probe(entries, capacity, key, from: home)
            if !found { return }
            let at = slot * 2 + 1
            var old = unsafe entries[at].load(ordering: .relaxed)
            while let new = change(position, old), new != old {
                let (exchanged, original) = unsafe entries[at].weakCompareExchange(
                    expected: old, desired: new, ordering: .relaxed)
                if exchanged { break }
                old = original
            }
        }
    }

    /// Looks up `keys` and copies their payloads and flags; both 0 for a key that is not there and for 0.
    public func read(_ keys: [UInt64], payloads: inout [UInt64], flags: inout [UInt16]) {
        if payloads.count != keys.count { payloads = [UInt64](repeating: 0, count: keys.count) }
        if flags.count != keys.count { flags = [UInt16](repeating: 0, count: keys.count) }
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        let entries = unsafe self.entries
        let capacity = self.capacity
        unsafe payloads.withUnsafeMutableBufferPointer { payloads in
            unsafe flags.withUnsafeMutableBufferPointer { flags in
                unsafe payloads.update(repeating: 0)
                unsafe flags.update(repeating: 0)
                unsafe Self.forEach(keys, entries, capacity) { position, key, home in
                    let (slot, found) = unsafe Self.probe(entries, capacity, key, from: home)
                    if !found { return }
                    unsafe payloads[position] = entries[slot * 2 + 1].load(ordering: .relaxed)
                    let marks = unsafe entries[slot * 2].load(ordering: .relaxed) >> 54
                    unsafe flags[position] = UInt16(truncatingIfNeeded: marks)
                }
            }
        }
    }

    /// Keys whose cache lines are asked for before they are needed, so that the misses overlap.
    private static let lookAhead = 24

    /// Sets flag `flag` of an entry.
    public func set(flag: Int, _ slot: UInt32) {
        guard Int(slot) < capacity, 0..<Self.flagCount ~= flag else { return }
        unsafe entries[Int(slot) * 2].bitwiseOr(Self.keyLimit << UInt64(flag), ordering: .relaxed)
    }

    /// The flags of an entry, flag 0 lowest.
    public func flags(_ slot: UInt32) -> UInt16 {
        guard Int(slot) < capacity else { return 0 }
        return UInt16(truncatingIfNeeded: unsafe entries[Int(slot) * 2].load(ordering: .relaxed) >> 54)
    }

    /// Replaces the table by a larger one if `keys` keys could fill it beyond 9 in 10.
    private func grow(for keys: Int) {
        guard keys / 9 * 10 > room.load(ordering: .relaxed) else { return }
        unsafe pthread_rwlock_wrlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        guard keys / 9 * 10 > capacity else { return }
        let larger = Self.capacity(for: max(capacity, keys) / 2 * 3)
        let moved = unsafe Self.map(larger)
        for slot in 0..<capacity {
            let word = unsafe entries[slot * 2].load(ordering: .relaxed)
            if word == 0 { continue }
            let place = unsafe Self.probe(moved, larger, word & (Self.keyLimit - 1)).slot
            unsafe moved[place * 2].store(word, ordering: .relaxed)
            unsafe moved[place * 2 + 1].store(entries[slot * 2 + 1].load(ordering: .relaxed), ordering: .relaxed)
        }
        unsafe munmap(entries, capacity * 16)
        unsafe entries = moved
        capacity = larger
        room.store(larger, ordering: .relaxed)
    }
}
