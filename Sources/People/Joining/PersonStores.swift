import Columns
public import Diagnostics
import Linkage
import RoleLists

/// Chooses the store of a run.
public enum PersonStores {
    /// A store in memory, or in parts on disk where its index would not fit in the memory allowed.
    ///
    /// - Parameter spools: where nameless files may lie, and what messages call that folder.
    public static func make(
        _ context: RunContext, _ plans: EvidencePlans, spools: (folder: String, shown: String)
    ) throws(Failure) -> any PersonStore {
        let people = context.people.map { RowEstimate.rows($0.text) }.reduce(0, +)
        guard let partitions = context.memory.partitions(people: people, hasBirths: context.weighsBirths) else {
            return MemoryStore(context, plans, people: people)
        }
        let file = try PartFile(in: spools.folder, shown: spools.shown)
        return PartStore(context, plans, PartLayout(partitions, file, threads: context.threads))
    }
}
