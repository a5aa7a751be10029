import Columns

/// What commands left in a run's folder that no command can make again, and that belongs to the folder and not to one run:
/// the log of what was disclosed, the secrets of public pages. It goes with the folder when a new run takes its place.
enum CarriedFiles {
    private static let piece = 1 << 20

    /// Copies them into the folder that is about to take the place; what stands there already stays.
    static func copy(from old: String, to new: String) throws(FileError) {
        guard try Directories.status(of: old) != nil else { return }
        for name in try Directories.names(in: old).sorted()
        where name == RunDirectory.logName || RunDirectory.isPageSecret(name) {
            // A link leads elsewhere.
            guard let status = try Directories.status(of: "\(old)/\(name)"), status.kind == .regular,
                try Directories.status(of: "\(new)/\(name)") == nil
            else { continue }
            let from = try InputFile(path: "\(old)/\(name)")
            let to = try OutputFile(creating: "\(new)/\(name)", digest: false)
            var bytes = [UInt8](repeating: 0, count: min(piece, max(1, from.size)))
            var offset = 0
            while offset < from.size {
                let got = try from.read(at: offset, count: min(bytes.count, from.size - offset), into: &bytes)
                guard got > 0 else { throw FileError.cutShort(from.path) }
                try to.append(bytes.span.extracting(0..<got))
                offset += got
            }
            _ = try to.finish()
            try Directories.sync("\(new)/\(name)")
        }
    }
}
