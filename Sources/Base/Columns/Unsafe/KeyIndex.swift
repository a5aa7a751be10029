import CLanes
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
    public static let keyLimit: UInt64 = LANES_KEY_LIMIT
    /// Flags a caller may set on an entry: 0 ..< this.
    public static let flagCount = 10

    // Two words an entry: key with flags, payload. Shared by all threads through relaxed atomics; the lock is held for
    // reading while a batch works on the table and for writing while it is replaced.
    private var entries: UnsafeMutablePointer<Atomic<UInt64>>
    private var capacity: Int
    /// A number beside each entry, where the index was made with them.
    private var notes: UnsafeMutablePointer<Atomic<UInt16>>?
    /// The capacity as threads see it that do not hold the lock.
    private let room: Atomic<Int>
    /// Keys held, and those that threads are about to add.
    private let filled = Atomic<Int>(0)
    private let lock: UnsafeMutablePointer<pthread_rwlock_t>

    /// An index with room for about `expected` keys before it has to grow.
    ///
    /// - Parameter hasNotes: whether a number of sixteen bits can be kept beside each entry.
    public init(expected: Int, hasNotes: Bool = false) {
        capacity = Self.capacity(for: expected)
        room = Atomic(capacity)
        unsafe entries = Self.map(capacity)
        unsafe notes = hasNotes ? Self.mapNotes(capacity) : nil
        unsafe lock = .allocate(capacity: 1)
        unsafe pthread_rwlock_init(lock, nil)
    }

    deinit {
        unsafe munmap(entries, capacity * 16)
        if let notes = unsafe notes { unsafe munmap(notes, capacity * 2) }
        unsafe pthread_rwlock_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Keys held; more while some are being added.
    public var count: Int { filled.load(ordering: .relaxed) }

    /// Bytes of address space of the table.
    public var bytes: Int { capacity * (unsafe notes == nil ? 16 : 18) }

    /// Bytes that an index for `expected` keys takes once they are in it.
    public static func bytes(expected: Int, hasNotes: Bool = false) -> Int {
        capacity(for: expected) * (hasNotes ? 18 : 16)
    }

    private static func capacity(for expected: Int) -> Int {
        min(max(1024, expected + expected / 5 * 2), Int(UInt32.max) - line) / line * line
    }

    private static func map(_ capacity: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
        unsafe memory(capacity * 16).bindMemory(to: Atomic<UInt64>.self, capacity: capacity * 2)
    }

    private static func mapNotes(_ capacity: Int) -> UnsafeMutablePointer<Atomic<UInt16>> {
        unsafe memory(capacity * 2).bindMemory(to: Atomic<UInt16>.self, capacity: capacity)
    }

    private static func memory(_ bytes: Int) -> UnsafeMutableRawPointer {
        let memory = unsafe mmap(
            nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
            // Out of address space: there is nothing a caller could do with half an index.
            let words: StaticString = "siappilih: out of memory\n"
            _ = unsafe write(2, words.utf8Start, words.utf8CodeUnitCount)
            // Not `exit`, which takes the process apart while other threads still run.
            _exit(5)
        }
        // Huge pages: a random probe then misses the cache once, not twice.
        unsafe madvise(memory, bytes, 14)
        return unsafe memory
    }

    /// Entries of a cache line. A key is looked for from the beginning of a line on, so that most searches end in the one
    /// that was asked for ahead.
    private static let line = Int(LANES_KEY_LINE)

    /// The slot of `key`, or the empty one where it would stand.
    private static func probe(
        _ entries: UnsafeMutablePointer<Atomic<UInt64>>, _ capacity: Int, _ key: UInt64
    ) -> (slot: Int, found: Bool) {
        var slot = Int(lanes_key_home(key, UInt64(capacity / line)))
        while true {
            let word = unsafe entries[slot &* 2].load(ordering: .relaxed)
            if word & (keyLimit - 1) == key { return (slot, true) }
            if word == 0 { return (slot, false) }
            slot &+= 1
            if slot == capacity { slot = 0 }
        }
    }

    /// Keys that are looked for before something is done with them: what their lines hold is near then.
    private static let stretch = Int(LANES_KEY_STRETCH)

    /// Gives `body` the slot of each key and whether the key is there (1), a stretch of keys at a time, with the position
    /// of the first; if a key is not there, it could be put into its slot. The table is not replaced meanwhile, but other
    /// threads add keys.
    private func locate(
        _ keys: [UInt64],
        _ body: (
            _ entries: UnsafeMutablePointer<Atomic<UInt64>>, _ positions: Range<Int>,
            _ slots: UnsafeMutablePointer<UInt32>, _ found: UnsafeMutablePointer<UInt8>
        ) -> Void
    ) {
        unsafe pthread_rwlock_rdlock(lock)
        defer { unsafe pthread_rwlock_unlock(lock) }
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.stretch) { slots in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.stretch) { found in
                unsafe keys.withUnsafeBufferPointer { keys in
                    guard let slots = slots.baseAddress, let found = found.baseAddress, let base = keys.baseAddress
                    else { return }
                    var first = 0
                    while first < keys.count {
                        let end = min(first + Self.stretch, keys.count)
                        unsafe lanes_find_keys(
                            entries, UInt64(capacity / Self.line), base + first, Int64(end - first), slots, found)
                        unsafe body(entries, first..<end, slots, found)
                        first = end
                    }
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
        var added = 0
        unsafe locate(keys) { entries, positions, slots, found in
            for position in positions {
                let key = keys[position]
                if key == 0 || key >= Self.keyLimit { continue }
                var slot = Int(unsafe slots[position &- positions.lowerBound])
                var isThere = unsafe found[position &- positions.lowerBound] != 0
                while !isThere {
                    if unsafe entries[slot &* 2].compareExchange(expected: 0, desired: key, ordering: .relaxed)
                        .exchanged
                    {
                        unsafe entries[slot &* 2 &+ 1].store(payloads[position], ordering: .releasing)
                        added &+= 1
                        break
                    }
                    // Another key was quicker, or this one from another row.
                    (slot, isThere) = unsafe Self.probe(entries, capacity, key)
                }
                guard isThere else { continue }
                // The payload of a key just put in by another thread may not be there yet: wait for it.
                while unsafe entries[slot &* 2 &+ 1].load(ordering: .acquiring) == 0 { sched_yield() }
                let payload = unsafe entries[slot &* 2 &+ 1].bitwiseOr(mark, ordering: .relaxed).newValue
                met(position, payload)
            }
        }
        filled.subtract(keys.count - added, ordering: .relaxed)
    }

    /// The slots of `keys`; `none` for a key that is not there and for 0.
    public func find(_ keys: [UInt64], slots: inout [UInt32]) {
        if slots.count != keys.count { slots = [UInt32](repeating: Self.none, count: keys.count) }
        unsafe locate(keys) { _, positions, at, found in
            for position in positions {
                let place = position &- positions.lowerBound
                slots[position] = unsafe found[place] == 0 ? Self.none : at[place]
            }
        }
    }

    /// Keeps a number beside each key that is there; 0 leaves what is kept. Only of an index that has notes.
    public func note(_ numbers: [UInt16], of keys: [UInt64]) {
        unsafe locate(keys) { _, positions, slots, found in
            guard let notes = unsafe notes else { return }
            for position in positions where unsafe found[position &- positions.lowerBound] != 0 {
                if numbers[position] == 0 { continue }
                unsafe notes[Int(slots[position &- positions.lowerBound])].store(numbers[position], ordering: .relaxed)
            }
        }
    }

    /// The number kept beside an entry; 0 = none.
    public func note(_ slot: UInt32) -> UInt16 {
        guard Int(slot) < capacity, let notes = unsafe notes else { return 0 }
        return unsafe notes[Int(slot)].load(ordering: .relaxed)
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
        unsafe locate(keys) { entries, positions, slots, found in
            for position in positions where unsafe found[position &- positions.lowerBound] != 0 {
                let at = Int(unsafe slots[position &- positions.lowerBound]) &* 2 &+ 1
                var old = unsafe entries[at].load(ordering: .relaxed)
                while let new = change(position, old), new != old {
                    let (exchanged, original) = unsafe entries[at].weakCompareExchange(
                        expected: old, desired: new, ordering: .relaxed)
                    if exchanged { break }
                    old = original
                }
            }
        }
    }

    /// Looks up `keys` and copies their payloads and flags; both 0 for a key that is not there and for 0.
    public func read(_ keys: [UInt64], payloads: inout [UInt64], flags: inout [UInt16]) {
        if payloads.count != keys.count { payloads = [UInt64](repeating: 0, count: keys.count) }
        if flags.count != keys.count { flags = [UInt16](repeating: 0, count: keys.count) }
        unsafe locate(keys) { entries, positions, slots, found in
            var payloads = payloads.mutableSpan
            var flags = flags.mutableSpan
            for position in positions {
                // Read in any case, so that nothing hangs on a guess.
                let place = position &- positions.lowerBound
                let at = Int(unsafe slots[place]) &* 2
                let here: UInt64 = unsafe found[place] != 0 ? .max : 0
                payloads[position] = unsafe entries[at &+ 1].load(ordering: .relaxed) & here
                let marks = unsafe (entries[at].load(ordering: .relaxed) & here) >> 54
                flags[position] = UInt16(truncatingIfNeeded: marks)
            }
        }
    }

    /// Sets flag `flag` of an entry.
    public func set(flag: Int, _ slot: UInt32) {
        guard Int(slot) < capacity, 0..<Self.flagCount ~= flag else { return }
        unsafe entries[Int(slot) * 2].bitwiseOr(Self.keyLimit << UInt64(flag), ordering: .relaxed)
    }

    /// Sets flag `flag` of every key that is there; other keys, and 0, are passed over.
    public func set(flag: Int, of keys: [UInt64]) {
        guard 0..<Self.flagCount ~= flag else { return }
        unsafe locate(keys) { entries, positions, slots, found in
            for position in positions where unsafe found[position &- positions.lowerBound] != 0 {
                let at = Int(unsafe slots[position &- positions.lowerBound]) &* 2
                unsafe entries[at].bitwiseOr(Self.keyLimit << UInt64(flag), ordering: .relaxed)
            }
        }
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
        let movedNotes = unsafe notes == nil ? nil : Self.mapNotes(larger)
        for slot in 0..<capacity {
            let word = unsafe entries[slot * 2].load(ordering: .relaxed)
            if word == 0 { continue }
            let place = unsafe Self.probe(moved, larger, word & (Self.keyLimit - 1)).slot
            unsafe moved[place * 2].store(word, ordering: .relaxed)
            unsafe moved[place * 2 + 1].store(entries[slot * 2 + 1].load(ordering: .relaxed), ordering: .relaxed)
            if let notes = unsafe notes, let movedNotes = unsafe movedNotes {
                unsafe movedNotes[place].store(notes[slot].load(ordering: .relaxed), ordering: .relaxed)
            }
        }
        unsafe munmap(entries, capacity * 16)
        if let notes = unsafe notes { unsafe munmap(notes, capacity * 2) }
        unsafe notes = movedNotes
        unsafe entries = moved
        capacity = larger
        room.store(larger, ordering: .relaxed)
    }
}
