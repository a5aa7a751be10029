import Linkage

/// Kabupaten of whose people recordings were met, counted or not: a person not listed is passed over.
struct MetRegencies: Sendable {
    /// By the first four digits of a region; 10000 stands for those not known.
    private var met = [Bool](repeating: false, count: 10001)

    mutating func add(_ regencies: [UInt16]) {
        let found = regencies.span
        var met = self.met.mutableSpan
        for row in found.indices where Int(found[row]) < met.count { met[Int(found[row])] = true }
    }

    mutating func add(_ regency: UInt16) {
        if met.indices.contains(Int(regency)) { met[Int(regency)] = true }
    }

    func add(to regencies: inout Set<UInt16>) {
        for regency in met.indices where met[regency] { regencies.insert(UInt16(clamping: regency)) }
    }
}
