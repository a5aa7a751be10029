import Columns
import Diagnostics
import Options
import Readiness
import Rules
import RunFolder
import Workers

extension CheckCommand {
    /// Sorts a folder, shows what would be done, and does it where somebody agrees.
    static func sort(
        _ folder: String, _ request: CheckRequest, _ rules: RuleAccess, _ face: CheckFace
    ) throws -> Int32 {
        let ruleset = try self.ruleset(of: request, rules, face)
        let sorted = try SortedFolder(folder, without: request.named, roles: rules.roles, ruleset)
        try sorted.requirePopulation(request.lists, roles: rules.roles)
        let lists = request.lists + sorted.inputs(region: request.region)
        var options = request.options
        options?.lists = lists
        options?.notes += sorted.unplaced + sorted.passed
        if let target = request.jobTarget {
            let text = request.jobText(lists, unplaced: sorted.unplaced, at: target, face.console.language)
            try face.writeJob(text, protecting: sorted.files + request.named)
        }
        if face.showsPages {
            let page = SortedFolderPage(sorted, given: request.lists, roles: rules.roles, console: face.console)
            try face.console.write(page.text + "\n")
        }
        if let options, request.isAgreed || (face.mayAsk && face.console.isAgreed(question)) {
            let code = try decide(options, rules, ruleset, face)
            return code == 0 ? sorted.exitCode : code
        }
        try Interruption.check()
        try sayUndecided(sorted, request, rules, face)
        return sorted.exitCode
    }

    /// Codes and days are those of the usual election where none is named yet.
    private static func ruleset(
        of request: CheckRequest, _ rules: RuleAccess, _ face: CheckFace
    ) throws(Failure) -> Ruleset {
        if let options = request.options { return try ruleset(options, rules) }
        return try Ruleset(
            book: rules.book, election: face.arguments.value("election") ?? rules.usualElection,
            profile: face.arguments.value("profile"), today: RunClock.current().today)
    }

    private static let question = Bilingual(
        id: "Putuskan sekarang dengan daftar-daftar ini? [ya/tidak]", en: "Decide now by these lists? [yes/no]")

    private static func sayUndecided(
        _ sorted: SortedFolder, _ request: CheckRequest, _ rules: RuleAccess, _ face: CheckFace
    ) throws {
        if face.showsPages {
            let step = UndecidedFolderPage(job: request.jobTarget, missing: request.missing, console: face.console)
            try face.console.write(step.text)
            return
        }
        if face.showsJSON {
            try face.console.write(SortedFolderDocument.bytes(sorted, given: request.lists, roles: rules.roles))
        }
        if !face.isQuiet { for finding in sorted.unplaced { face.console.report(finding) } }
    }
}
