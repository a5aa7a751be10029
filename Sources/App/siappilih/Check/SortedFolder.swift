import Columns
import Diagnostics
import Files
import Inspection
import Options
import RoleLists
import Rules

/// The lists of a folder by their roles, and what has none.
struct SortedFolder {
    /// A file and the role it is of.
    struct Placed {
        var path: String
        var role: ListRole
        var isSure: Bool
        /// More than one: sheets.
        var lists: Int
    }

    let folder: String
    /// Every file that may be a list.
    let files: [String]
    /// By role in the order of the rules, then by name.
    private(set) var placed: [Placed] = []
    /// What may be a list and got no role, and why.
    private(set) var unplaced: [Finding] = []
    /// What cannot be a list, and is none of anybody's business.
    private(set) var passed: [Finding] = []

    /// - Parameter named: files that options name: they are not sorted.
    /// - Throws: where the folder cannot be read, or the job has to end.
    init(_ folder: String, without named: [String], roles: [ListRole], _ ruleset: Ruleset) throws(Failure) {
        self.folder = folder
        let content: FolderContent
        do { content = try FolderContent(folder, without: named) } catch {
            throw Failure(.input, PassedOver.unreadable(folder, error))
        }
        files = content.lists
        for path in content.lists {
            switch try RolePlacement.of(path, ruleset: ruleset, spools: Spools.folder) {
            case .placed(let role, let certainty, let lists):
                placed.append(Placed(path: path, role: role, isSure: certainty == .sure, lists: lists))
            case .unplaced(let reasons): unplaced += reasons.map(Self.warning)
            }
        }
        placed = roles.flatMap { role in placed.filter { $0.role == role } }
        unplaced += content.locks.map(PassedOver.lock)
        let others = content.others.filter { !Self.isNone($0) }
        unplaced += [PassedOver.others(others, in: folder)].compactMap { $0 }
        passed = [PassedOver.others(content.others.filter(Self.isNone), in: folder)].compactMap { $0 }
    }

    /// What an office's system, or this program's user, keeps in folders beside lists.
    private static func isNone(_ name: String) -> Bool { name.hasPrefix(".") || JobFile.isName(name) }

    private static func warning(_ reason: Finding) -> Finding {
        var finding = reason
        finding.severity = .warning
        return finding
    }

    var exitCode: Int32 { unplaced.isEmpty ? 0 : 1 }

    func inputs(region: String?) -> [ListInput] {
        placed.map { ListInput(role: $0.role.id, path: $0.path, region: region) }
    }

    /// Refuses to go on without people to decide.
    func requirePopulation(_ given: [ListInput], roles: [ListRole]) throws(Failure) {
        let populations = roles.filter(\.isPopulation)
        guard let role = populations.first, !placed.contains(where: { $0.role.isPopulation }),
            !given.contains(where: { list in populations.contains { $0.id == list.role } })
        else { return }
        throw Failure(
            .input,
            unplaced + passed + [
                Finding(
                    code: "folder_without_population",
                    message: Bilingual(
                        id: "tidak ada \(role.title.indonesian) di folder ini",
                        en: "there is no \(role.title.english) in this folder"),
                    remedy: Bilingual(
                        id: "tambahkan berkasnya, atau sebutkan dengan --\(role.option) F",
                        en: "add its file, or name it with --\(role.option) F"),
                    location: SourceLocation(file: folder))
            ])
    }
}
