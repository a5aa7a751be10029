import Columns
public import Diagnostics
import FoundationEssentials

/// The folder in which files without a name lie while nothing else is written.
public struct Spools {
    public let path: String

    /// Makes one in the system's folder for what is temporary, for its owner alone.
    public init() throws(Failure) {
        let given = FileManager.default.temporaryDirectory.path
        let folder = given.hasSuffix("/") ? given : given + "/"
        path = folder + "siappilih-\(UUID().uuidString)"
        do { try Directories.create(path) } catch { throw error.outputFailure(shown: folder) }
    }

    public func remove() { try? Directories.remove(path) }
}
