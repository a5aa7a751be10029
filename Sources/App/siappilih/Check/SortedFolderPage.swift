import Diagnostics
import Options
import RoleLists

/// What a check of a folder would do, for the person at the terminal: which file is given by which option, and what is
/// left.
struct SortedFolderPage: TerminalPage {
    let console: Console
    var lines: [String] = []

    /// - Parameter given: lists that options name one by one.
    init(_ sorted: SortedFolder, given: [ListInput], roles: [ListRole], console: Console) {
        self.console = console
        let folder = VisibleText.of(sorted.folder)
        heading("Daftar di \(folder) menurut isinya", "Lists in \(folder) by what they are")
        for role in roles {
            let named = given.filter { $0.role == role.id }
            let found = sorted.placed.filter { $0.role == role }
            if named.isEmpty, found.isEmpty { continue }
            lines.append("  --\(role.option)  \(console.text(role.title))")
            for list in named {
                lines.append(
                    "    \(VisibleText.of(list.path))" + say(" (sudah disebut)", " (named already)"))
            }
            for file in found { lines.append("    \(VisibleText.of(file.path))\(remark(file))") }
        }
        guard !(sorted.unplaced + sorted.passed).isEmpty else { return }
        heading("Tidak dipakai", "Not used")
        for finding in sorted.unplaced + sorted.passed {
            let wrapped = TextLayout.wrap(finding.rendered(in: console.language), 76)
            for (place, line) in wrapped.enumerated() { lines.append((place == 0 ? "  ! " : "    ") + line) }
        }
    }

    private func remark(_ file: SortedFolder.Placed) -> String {
        (file.lists > 1 ? say(" (\(count(file.lists)) lembar)", " (\(count(file.lists)) sheets)") : "")
            + (file.isSure ? "" : say(" (mungkin)", " (probably)"))
    }
}

/// What has to be done before anything is decided by a sorted folder.
struct UndecidedFolderPage: TerminalPage {
    let console: Console
    var lines: [String] = []

    /// - Parameters:
    ///   - job: the job file that was written.
    ///   - missing: what a decision needs and nobody has said.
    init(job: String?, missing: [Finding], console: Console) {
        self.console = console
        let codes = Set(missing.map(\.code))
        let needed =
            (codes.contains("missing_election") ? " --election ID" : "")
            + (codes.contains("missing_out") ? " --out " + ValueNames.text("DIR", in: console.language) : "")
        guard let job else {
            add(
                say(
                    "Belum ada yang diputuskan; bila benar, ulangi dengan --yes\(needed)",
                    "Nothing has been decided; if this is right, repeat with --yes\(needed)"), indent: 0)
            return
        }
        let line = "siappilih check \(CommandWord.of(job))\(needed)"
        lines.append(say("Berkas tugas: \(VisibleText.of(job))", "Job file: \(VisibleText.of(job))"))
        add(
            say(
                "Belum ada yang diputuskan; periksa berkas itu, lalu: \(line)",
                "Nothing has been decided; look that file over, then: \(line)"), indent: 0)
    }
}
