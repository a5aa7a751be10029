/// What lines say of the rows of a block beside their cells, a column each.
struct ExportColumns: Sendable {
    var regions: [UInt64] = []
    /// Numbers of verdicts in the book at hand.
    var verdicts: [Int] = []
    /// Of the index.
    var payloads: [UInt64] = []
    /// Days of birth, where the state is 1.
    var births: [Int32] = []
    var birthStates: [UInt8] = []
}
