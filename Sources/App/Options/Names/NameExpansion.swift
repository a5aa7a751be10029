import Columns

/// The paths that a pattern stands for.
enum NameExpansion {
    /// In the order of their bytes, whatever the locale; none where nothing fits.
    static func paths(_ pattern: String) -> [String] {
        var paths = [pattern.hasPrefix("/") ? "/" : ""]
        for part in pattern.split(separator: "/") {
            paths = paths.flatMap { NamePattern.isPattern(part) ? fitting(part, in: $0) : [$0 + part + "/"] }
        }
        return paths.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }.filter(stands)
    }

    /// Names in a folder in the order of their bytes.
    static func names(in folder: String) throws(FileError) -> [String] {
        try Directories.names(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func fitting(_ part: Substring, in folder: String) -> [String] {
        let pattern = NamePattern(part)
        let names = (try? names(in: folder.isEmpty ? "." : folder)) ?? []
        return names.filter(pattern.fits).map { "\(folder)\($0)/" }
    }

    private static func stands(_ path: String) -> Bool { (try? Directories.status(of: path)) != nil }
}
