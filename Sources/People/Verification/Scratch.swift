import Columns
import Diagnostics
import Files
import RunFolder

/// Where a second decision lies while it is compared: in the run, beside its own files, where its personal data already
/// lies; in the system's folder for what is temporary where the run stands on a disk that can only be read.
struct Scratch {
    let folder: RunDirectory

    private static let name = ".siappilih-verify"

    init(_ run: Run) throws(Failure) {
        let parent = Directories.isWritable(run.path) ? run.path : Spools.folder
        folder = try RunDirectory.begin(at: "\(parent)/\(Self.name)", force: true, digests: false)
    }

    func discard() { folder.discard() }
}
