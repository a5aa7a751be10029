import Columns
public import Diagnostics
import FoundationEssentials

/// The system's folder for what is temporary: files without a name lie there while nothing else is written. They are
/// their owner's alone and gone whenever the program is, so that nothing has to be cleared away.
public enum Spools {
    public static var folder: String {
        let given = FileManager.default.temporaryDirectory.path
        return given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    }

    /// What to do where there is no room in it.
    static let remedy = Bilingual(
        id: "kosongkan ruang di folder itu, atau arahkan TMPDIR ke folder lain",
        en: "free some space in that folder, or let TMPDIR name another one")

    /// How a message names the place in which files without a name were to lie, and what to do: the folder for what is
    /// temporary, or the one of the results.
    public static func words(of path: String) -> (place: Bilingual, remedy: Bilingual) {
        if path == folder { return (Bilingual(id: "di \(folder)", en: "in \(folder)"), remedy) }
        return (
            Bilingual(id: "di folder hasil", en: "in the folder of the results"),
            Bilingual(id: "kosongkan ruang atau pilih folder lain", en: "free some space or choose another folder")
        )
    }
}
