/// Words before a region's name that say of what kind it is: KAB, KOTA, KECAMATAN.
struct RegionKinds: Sendable {
    /// Number of its kind by the word.
    private var numbers: [[UInt8]: Int] = [:]

    /// - Parameter kinds: words of one kind together.
    init(_ kinds: [[String]]) {
        for (place, words) in kinds.enumerated() {
            for word in words { numbers[Array(word.utf8)] = place + 1 }
        }
    }

    /// A name without the word before it, and the number of its kind; 0 and the whole name where there is none.
    ///
    /// - Parameter form: in its normal form; a dot may stand behind the word (`KAB. KARO`, `KAB.KARO`).
    func parted(_ form: [UInt8]) -> (bare: [UInt8], kind: Int) {
        let (dot, blank) = (UInt8(ascii: "."), UInt8(ascii: " "))
        guard let end = form.firstIndex(where: { $0 == dot || $0 == blank }), let kind = numbers[Array(form[..<end])]
        else { return (form, 0) }
        var rest = form[end...]
        if rest.first == dot { rest = rest.dropFirst() }
        rest = rest.drop { $0 == blank }
        return rest.isEmpty ? (form, 0) : (Array(rest), kind)
    }
}
