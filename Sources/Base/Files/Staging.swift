import Columns

/// Staging directories: `.NAME.siappilih-RANDOM` beside the target, held by a lock while their run lives.
enum Staging {
    private static func prefix(_ place: Place) -> String { ".\(place.name).siappilih-" }

    static func make(_ place: Place) throws(FileError) -> (path: String, lock: DirectoryLock) {
        var number = 0
        while true {
            number += 1
            let random = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(place.parent)/\(prefix(place))\(random)"
            do {
                try Directories.create(path)
            } catch  where error.cause == .exists && number < 100 {
                continue
            }
            // A sweep of another run may have taken the directory between its making and its locking.
            if let lock = DirectoryLock(path), lock.holds(path) { return (path, lock) }
            if number >= 100 { throw FileError(.create, path: path, number: 17) }
        }
    }

    /// Removes what runs that died have left here, as far as it can.
    static func sweep(_ place: Place) {
        let prefix = prefix(place)
        guard let names = try? Directories.names(in: place.parent) else { return }
        for name in names where name.hasPrefix(prefix) {
            let path = "\(place.parent)/\(name)"
            guard let lock = DirectoryLock(path), lock.holds(path) else { continue }
            try? Directories.remove(path)
        }
    }
}
