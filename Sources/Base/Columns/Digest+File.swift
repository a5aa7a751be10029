extension Digest {
    /// Takes in bytes of a file, a window at a time; stops early where `goOn` says no.
    public mutating func update(
        _ file: InputFile, _ range: Range<Int>, while goOn: () -> Bool = { true }
    ) throws(FileError) {
        var window = [UInt8](repeating: 0, count: min(1 << 18, range.count))
        var at = range.lowerBound
        while at < range.upperBound, goOn() {
            let got = try file.read(at: at, count: min(window.count, range.upperBound - at), into: &window)
            guard got > 0 else { throw FileError.cutShort(file.path) }
            update(window.span.extracting(0..<got))
            at += got
        }
    }
}
