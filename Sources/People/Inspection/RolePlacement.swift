public import Diagnostics
public import RoleLists
public import Rules
import Tabular

/// The role that a file is of, judged by the beginning of each list in it as `inspect` judges it, or why it has none.
public enum RolePlacement: Sendable {
    /// - Parameter lists: how many the file holds: sheets of a workbook.
    case placed(ListRole, Inspection.Certainty, lists: Int)
    case unplaced([Finding])

    /// - Parameters:
    ///   - ruleset: gives the roles, the headings and the words of codes.
    ///   - spools: a folder in which files without a name may lie.
    /// - Throws: where the job has to end: interrupted, or no room.
    public static func of(_ path: String, ruleset: Ruleset, spools: String) throws(Failure) -> RolePlacement {
        var judged: [JudgedList] = []
        var reasons: [Finding] = []
        do throws(Failure) {
            let file = try ListReading.read(path, spools: spools, ruleset.schema)
            for source in file.lists {
                do throws(Failure) {
                    if let list = try JudgedList(source, path: path, isAlone: file.lists.count == 1, ruleset) {
                        judged.append(list)
                    }
                } catch {
                    if error.kind != .input { throw error }
                    reasons += error.findings
                }
            }
        } catch {
            if error.kind != .input { throw error }
            reasons += error.findings
        }
        if !reasons.isEmpty { return .unplaced(reasons) }
        guard let first = judged.first else { return .unplaced([JudgedList.noRole(path, path: path)]) }
        if judged.contains(where: { $0.role != first.role }) { return .unplaced([severalRoles(path, judged)]) }
        let isSure = judged.allSatisfy { $0.certainty == .sure }
        return .placed(first.role, isSure ? .sure : .likely, lists: judged.count)
    }

    private static func severalRoles(_ path: String, _ lists: [JudgedList]) -> Finding {
        let sheets = lists.map { "\($0.sheet) (--\($0.role.option))" }.joined(separator: ", ")
        let first = lists.first.map { "--\($0.role.option) \(CommandWord.of("\(path)#\($0.sheet)"))" } ?? ""
        return Finding(
            code: "several_roles",
            message: Bilingual(
                id: "lembar-lembarnya berisi daftar yang berlainan: \(sheets)",
                en: "its sheets hold different lists: \(sheets)"),
            remedy: Bilingual(
                id: "sebutkan lembarnya satu per satu, misalnya \(first)",
                en: "name its sheets one by one, such as \(first)"),
            location: SourceLocation(file: path))
    }
}

/// A list of a file and the role it is of.
struct JudgedList {
    let role: ListRole
    let certainty: Inspection.Certainty
    /// Empty for text.
    let sheet: String
    /// Roles named where it is not clear which one a list is of.
    private static let mostNamed = 3

    /// - Returns: nil for a sheet beside others that `check` leaves out.
    /// - Throws: `.input` with the reason where no role can be told.
    init?(_ source: ListSource, path: String, isAlone: Bool, _ ruleset: Ruleset) throws(Failure) {
        let mayBeLeftOut = !isAlone && source.sheet?.keyCells == 0
        let layout: ListLayout
        do throws(Failure) {
            let head = try ListReading.head(of: source, path)
            layout = try source.layout(head: head, schema: ruleset.schema, heading: .search)
        } catch {
            if mayBeLeftOut, error.kind == .input { return nil }
            throw error
        }
        let scores = RoleScores(layout, schema: ruleset.schema)
        guard let best = scores.scores.first, best.isComplete else {
            if mayBeLeftOut { return nil }
            throw Failure(.input, Self.noRole(source.label, path: path))
        }
        if layout.headingRow == nil { throw Failure(.input, ListInspection.withoutHeading(source.label)) }
        role = ListRole(best.role)
        certainty = scores.certainty
        sheet = source.sheet?.name ?? ""
        guard certainty == .sure || certainty == .likely else {
            let roles = scores.scores.filter(\.isComplete).prefix(Self.mostNamed).map { ListRole($0.role) }
            throw Failure(.input, Self.unclear(source.label, path: path, roles))
        }
    }

    static func noRole(_ label: String, path: String) -> Finding {
        let word = CommandWord.of(path)
        return Finding(
            code: "no_role",
            message: Bilingual(
                id: "tidak tampak sebagai daftar yang dikenal", en: "it looks like no list that is known"),
            remedy: Bilingual(id: "lihat: siappilih inspect \(word)", en: "look with: siappilih inspect \(word)"),
            location: SourceLocation(file: label))
    }

    private static func unclear(_ label: String, path: String, _ roles: [ListRole]) -> Finding {
        func options(_ language: Language) -> String {
            roles.map { "--\($0.option) (\($0.title.text(in: language)))" }.joined(separator: ", ")
        }
        let first = "--\(roles.first?.option ?? "") \(CommandWord.of(path))"
        return Finding(
            code: "unclear_role",
            message: Bilingual(
                id: "belum jelas daftar apa ini; mungkin \(options(.indonesian))",
                en: "it is not clear which list this is; perhaps \(options(.english))"),
            remedy: Bilingual(
                id: "tanyakan kepada pengirimnya, lalu sebutkan dengan opsinya, misalnya \(first)",
                en: "ask whoever sent it, then name it with its option, such as \(first)"),
            location: SourceLocation(file: label))
    }
}
