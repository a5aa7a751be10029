import Foundation

/// Files of the sources, with their paths from the root.
enum SourceFiles {
    struct File {
        let path: String
        let bytes: [UInt8]
    }

    /// The files under a folder whose names end in one of `endings`, in the order of their paths.
    static func under(_ folder: String, endings: [String]) throws -> [File] {
        let root = Program.root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().map { name in
            File(path: folder + "/" + name, bytes: Array(try Data(contentsOf: root.appendingPathComponent(name))))
        }
    }
}
