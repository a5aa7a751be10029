import Civil

/// Tells a table of other region codes by names that the rules are sure of.
enum RegionAnchors {
    /// The code of another kabupaten/kota that bears this name; nil where the name fits the code, or none.
    static func other(than code: String, called name: String, _ anchors: [String: String]) -> String? {
        let form = NormalForm.of(Array(name.utf8).span)
        guard let own = anchors[code], code.utf8.count == 4, !isCalled(form, own) else { return nil }
        return anchors.filter { $0.key.utf8.count == 4 && isCalled(form, $0.value) }.map(\.key).min()
    }

    /// Whether a name is the anchor's, perhaps with the kind of region before it.
    private static func isCalled(_ form: [UInt8], _ anchor: String) -> Bool {
        let wanted = NormalForm.of(Array(anchor.utf8).span)
        if form == wanted { return true }
        return form.count > wanted.count && form.suffix(wanted.count).elementsEqual(wanted)
            && form[form.count - wanted.count - 1] == 0x20
    }
}
