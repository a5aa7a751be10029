/// A part of a check that can be measured by itself, on one thread.
enum Stage: String, CaseIterable {
    /// SHA-256 of the lists.
    case digest
    /// The delimiter scan over bytes in memory.
    case scan
    /// Reading lists into blocks of whole records: file, scan, special rows.
    case blocks
    /// Cells of population rows to NIK, dates and regions.
    case decode
    /// NIK of population rows into the index.
    case keys
    /// NIK of the other lists looked up in the index.
    case join
    /// The whole ruleset over batches of facts.
    case rules
    /// Population rows as lines of results, into files.
    case write

    var does: String {
        switch self {
        case .digest: "SHA-256 of all lists"
        case .scan: "delimiter scan alone"
        case .blocks: "lists to blocks of records"
        case .decode: "cells to NIK, dates, regions"
        case .keys: "NIK into the index"
        case .join: "other lists' NIK in the index"
        case .rules: "the whole ruleset"
        case .write: "rows to files of results"
        }
    }

    func measure(_ workload: Workload) throws -> StageFigures {
        switch self {
        case .digest: try InputStages.digest(workload)
        case .scan: try InputStages.scan(workload)
        case .blocks: try InputStages.blocks(workload)
        case .decode: try DecodeStage.measure(workload)
        case .keys, .join: try KeyStages.measure(self, workload)
        case .rules: try RulesStage.measure(workload)
        case .write: try WriteStage.measure(workload)
        }
    }
}
