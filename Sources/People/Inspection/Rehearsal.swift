import Diagnostics
import Lists
import Readiness
import Rules
import Tabular

/// What `check` would do with the rows of a list that is no population list: the same reading, without anybody to hang
/// its rows on.
enum Rehearsal {
    static func counts(_ list: OpenList, _ ruleset: Ruleset, threads: Int) throws(Failure) -> ListCounts {
        list.blocks.rewind()
        let context = try CheckSetup.context([list], ruleset, threads: threads)
        return try SidePass.run(context, CheckSetup.plans(context)).counts.first ?? ListCounts()
    }
}
