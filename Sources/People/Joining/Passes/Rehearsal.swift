public import Diagnostics
public import RoleLists
public import Rules
import Schema
import Tabular

/// What `check` would do with the rows of a list that is no population list: the same reading, without anybody
/// whom its rows could be about.
public enum Rehearsal {
    public static func counts(_ list: OpenList, _ ruleset: Ruleset, threads: Int) throws(Failure) -> ListCounts {
        list.blocks.rewind()
        let context = try JoinSetup.context([list], ruleset, threads: threads)
        let plans = JoinSetup.plans(context)
        if list.role.speaksFor != nil {
            return try AnswerPass.run(context, plans, rows: [:]).counts[0] ?? ListCounts()
        }
        let store = MemoryStore(context, plans, people: 0)
        return try OtherListPass.run(context, plans, store).counts.first ?? ListCounts()
    }
}
