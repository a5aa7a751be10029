import Columns
import Diagnostics

/// The moment at which a staging directory takes its target's place, and what is done about the one that stood there.
struct Publication {
    /// As the user named the target.
    let path: String
    let target: String
    let parent: String
    let staging: String

    /// A directory that had to make room.
    struct Replaced {
        /// Where it stands now.
        var path: String
        var contents: OwnFolder.Contents
    }

    /// Takes a place that is free or an empty directory: the system itself refuses any other, so that of two runs into one
    /// directory one stands, whole.
    func place() throws(Failure) -> Replaced? {
        do throws(FileError) {
            try Directories.rename(staging, to: target)
            return nil
        } catch {
            guard error.cause == .exists else { throw error.outputFailure(shown: path) }
            throw Failure(
                .usage,
                Finding(
                    code: "output_filled_meanwhile",
                    message: Bilingual(
                        id: "folder hasil sudah diisi proses lain selagi ini berjalan; hasil ini tidak ditulis",
                        en: "another process has filled the output folder meanwhile; these results were not written"),
                    remedy: Bilingual(id: "pilih folder lain", en: "choose another folder"),
                    location: SourceLocation(file: path)))
        }
    }

    /// Takes the place whatever stands there; a run that stood there is whole until the new one stands.
    func replace() throws(Failure) -> Replaced? {
        do throws(FileError) {
            return try takePlace()
        } catch {
            throw error.outputFailure(shown: path)
        }
    }

    private func takePlace() throws(FileError) -> Replaced? {
        guard try Directories.status(of: target) != nil, try !Directories.isEmpty(target) else {
            do {
                try Directories.rename(staging, to: target)
                return nil
            } catch {
                // Somebody filled it between the look and the step.
                guard error.cause == .exists else { throw error }
                return try takePlace()
            }
        }
        let contents = OwnFolder.look(target)
        // What the program can not make again never bears a name that later runs would clear away, not even for a moment.
        if contents == .own, try Directories.exchange(staging, target) {
            return Replaced(path: staging, contents: contents)
        }
        // There is a moment in which neither stands at the target; the old one stands in sight, and comes back if the new
        // one cannot take its place.
        let aside = try freeName()
        try Directories.rename(target, to: aside)
        do {
            try Directories.rename(staging, to: target)
        } catch {
            try? Directories.rename(aside, to: target)
            throw error
        }
        return Replaced(path: aside, contents: contents)
    }

    private func freeName() throws(FileError) -> String {
        var number = 1
        while try Directories.status(of: "\(target).old-\(number)") != nil { number += 1 }
        return "\(target).old-\(number)"
    }

    /// Clears away what was replaced, if this program can make it again. The results stand: what fails now is a warning.
    func finish(_ replaced: Replaced?) -> [Finding] {
        var findings: [Finding] = []
        if let replaced, replaced.contents != .own { findings.append(kept(replaced)) }
        do throws(FileError) {
            if let replaced, replaced.contents == .own { try Directories.remove(replaced.path) }
        } catch {
            findings.append(leftOver(replaced?.path ?? staging, error))
        }
        do throws(FileError) { try Directories.sync(parent) } catch { findings.append(unconfirmed(error)) }
        return findings
    }

    private func kept(_ replaced: Replaced) -> Finding {
        let message =
            switch replaced.contents {
            case .strange(let name):
                Bilingual(
                    id:
                        "folder lama memuat \(name), yang bukan buatan program ini atau diubah sesudahnya, jadi disimpan sebagai \(replaced.path)",
                    en:
                        "the old folder holds \(name), which this program did not make or which was changed since, so it was kept as \(replaced.path)"
                )
            case .own, .noManifest:
                Bilingual(
                    id: "folder lama bukan hasil pemeriksaan, jadi disimpan sebagai \(replaced.path)",
                    en: "the old folder held no run, so it was kept as \(replaced.path)")
            }
        return Finding(
            code: "output_kept_beside", severity: .warning, message: message, location: SourceLocation(file: path))
    }

    func leftOver(_ old: String, _ error: FileError) -> Finding {
        Finding(
            code: "output_left_over", severity: .warning,
            message: Bilingual(
                id:
                    "hasil sudah ditulis lengkap, tetapi yang lama tidak dapat dihapus dari \(old): \(error.reason.indonesian)",
                en:
                    "the results are written whole, but the old ones could not be removed from \(old): \(error.reason.english)"
            ),
            remedy: Bilingual(id: "hapus folder itu", en: "remove that folder"), location: SourceLocation(file: path))
    }

    func unconfirmed(_ error: FileError) -> Finding {
        Finding(
            code: "output_unconfirmed", severity: .warning,
            message: Bilingual(
                id:
                    "hasil sudah ditulis lengkap, tetapi penyimpanan tidak memastikan namanya: \(error.reason.indonesian)",
                en: "the results are written whole, but the disk did not confirm their name: \(error.reason.english)"),
            remedy: Bilingual(
                id: "periksa dengan siappilih verify", en: "check them with siappilih verify"),
            location: SourceLocation(file: path))
    }
}
