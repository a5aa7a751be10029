public import Diagnostics
import Documents
public import Files

/// The last file of a folder: it lists the others.
extension RunDirectory {
    public func write(_ manifest: Manifest) throws(Failure) {
        _ = try write(Manifest.fileName, manifest.document)
    }

    public func write(_ manifest: DerivedManifest) throws(Failure) {
        _ = try write(Manifest.fileName, manifest.document)
    }
}
