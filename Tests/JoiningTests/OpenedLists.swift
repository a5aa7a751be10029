import MadeUpRuns
import RoleLists
import Rules

@testable import Joining

/// Lists of a test, opened as a check opens them.
struct OpenedLists {
    let folder: TemporaryFolder
    let context: RunContext

    /// - Parameter lists: role and contents, in the order given.
    init(_ lists: [(role: String, text: String)], asOf: String = "2018-03-23", threads: Int = 1) throws {
        folder = try TemporaryFolder()
        let ruleset = try ShippedRules.ruleset(asOf: asOf)
        var maps = try ColumnMapChoice(reading: [])
        var inputs: [ListInput] = []
        for (place, list) in lists.enumerated() {
            inputs.append(ListInput(role: list.role, path: try folder.write("\(place).csv", list.text)))
        }
        let opened = try ListOpening.open(inputs, ruleset.schema, &maps, spools: folder.path).lists
        context = try JoinSetup.context(opened, ruleset, threads: threads)
    }
}
