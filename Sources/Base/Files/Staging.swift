import Columns

/// Staging directories: `.NAME.siappilih-RANDOM` beside the target, claimed while their run lives.
///
/// The last digits of the random part are made from those before and the name, so that a sweep takes none that somebody
/// else made.
enum Staging {
    private static func prefix(_ place: Place) -> String { ".\(place.name).siappilih-" }

    static func make(_ place: Place) throws(FileError) -> (path: String, claim: StagingClaim) {
        var number = 0
        while true {
            number += 1
            let random = padded(UInt64.random(in: .min ... .max), tokenDigits)
            let path = "\(place.parent)/\(prefix(place))\(random)\(check(random, place))"
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
        for name in names where name.hasPrefix(prefix) && isToken(name.dropFirst(prefix.count), place) {
            let path = "\(place.parent)/\(name)"
            guard let claim = StagingClaim.takeForsaken(path) else { continue }
            withExtendedLifetime(claim) { try? Directories.remove(path) }
        }
    }

    private static let tokenDigits = 13
    private static let checkDigits = 6
    /// 36 to the power of `checkDigits`.
    private static let checks: UInt64 = 2_176_782_336

    /// Whether the end of a name is one that `make` made.
    static func isToken(_ token: Substring, _ place: Place) -> Bool {
        token.utf8.count == tokenDigits + checkDigits
            && token.suffix(checkDigits) == check(String(token.prefix(tokenDigits)), place)
    }

    private static func check(_ random: String, _ place: Place) -> String {
        var digest = TextDigest()
        digest.add(Array("siappilih staging\n\(place.name)\n\(random)".utf8))
        return padded(digest.value % checks, checkDigits)
    }

    private static func padded(_ number: UInt64, _ digits: Int) -> String {
        let text = String(number, radix: 36)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
