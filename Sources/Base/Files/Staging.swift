import Columns

/// Staging directories: `.NAME.siappilih-RANDOM` beside the target, claimed while their run lives.
enum Staging {
    private static func prefix(_ place: Place) -> String { ".\(place.name).siappilih-" }

    static func make(_ place: Place) throws(FileError) -> (path: String, claim: StagingClaim) {
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
            do throws(FileError) {
                if let claim = try StagingClaim.take(path) { return (path, claim) }
            } catch {
                try? Directories.remove(path)
                throw error
            }
            // A sweep of another run has taken the directory between its making and its claiming.
            if number >= 100 { throw FileError(.create, path: path, number: 17) }
        }
    }

    /// Removes what runs that died have left here, as far as it can.
    static func sweep(_ place: Place) {
        let prefix = prefix(place)
        guard let names = try? Directories.names(in: place.parent) else { return }
        for name in names where name.hasPrefix(prefix) {
            let path = "\(place.parent)/\(name)"
            guard let claim = StagingClaim.takeForsaken(path) else { continue }
            withExtendedLifetime(claim) { try? Directories.remove(path) }
        }
    }
}
