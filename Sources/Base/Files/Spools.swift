import Columns
public import Diagnostics
import Foundation

/// The folder in which files without a name lie while nothing else is written.
public struct Spools {
    public let path: String

    /// Makes one in the system's folder for what is temporary, for its owner alone.
    public init() throws(Failure) {
        let folder = NSTemporaryDirectory()
        path = (folder.hasSuffix("/") ? folder : folder + "/") + "siappilih-\(UUID().uuidString)"
        do { try Directories.create(path) } catch { throw error.outputFailure(shown: folder) }
    }

    public func remove() { try? Directories.remove(path) }
}
