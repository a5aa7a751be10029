import Columns

/// A path as it is written in a file of another folder.
enum PathFromFolder {
    /// - Parameters:
    ///   - path: as seen from the working folder.
    ///   - folder: where the file stands; empty for the working folder.
    /// - Returns: the path as given where it is absolute, an absolute one where no other can be found.
    static func of(_ path: String, from folder: String) -> String {
        guard !folder.isEmpty, !path.hasPrefix("/") else { return path }
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let base = Directories.resolved(folder), let found = Directories.resolved(parent) else {
            return "\(Directories.current)/\(path)"
        }
        let (from, to) = (base.split(separator: "/"), found.split(separator: "/"))
        let common = zip(from, to).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init) + [name]
        return steps.joined(separator: "/")
    }
}
