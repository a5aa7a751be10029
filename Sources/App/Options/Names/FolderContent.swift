public import Columns
import RoleLists

/// What stands in a folder, by names alone, each kind in the order of its names' bytes. Folders in it are not entered.
public struct FolderContent {
    /// Paths of files that may be lists.
    public private(set) var lists: [String] = []
    /// Paths of what an office program leaves beside a workbook that is open.
    public private(set) var locks: [String] = []
    /// Names of everything else; those of folders end in `/`.
    public private(set) var others: [String] = []

    /// - Parameter named: files that are spoken of elsewhere.
    public init(_ folder: String, without named: [String] = []) throws(FileError) {
        let known = Set(named.compactMap { path in (try? Directories.status(of: path))?.identity })
        for name in try NameExpansion.names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            let status = try? Directories.status(of: path)
            if let identity = status?.identity, known.contains(identity) { continue }
            switch (status?.kind, ListFileName(name)) {
            case (_, .lock): locks.append(path)
            case (.directory, _): others.append(name + "/")
            case (.regular, .list): lists.append(path)
            default: others.append(name)
            }
        }
    }
}
