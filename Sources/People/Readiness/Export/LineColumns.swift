/// What lines say of the rows of a block beside their cells, a column each.
struct LineColumns: Sendable {
    var regions: [UInt64] = []
    /// Numbers of verdicts in the book at hand.
    var verdicts: [Int] = []
    /// Of the persons' entries in the store.
    var payloads: [UInt64] = []
    /// Packed parts of dates of birth; 0 where there is none.
    var births: [UInt32] = []
}
