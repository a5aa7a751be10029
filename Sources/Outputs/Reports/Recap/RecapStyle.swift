import Tabular

/// How cells of the recapitulation look, for the office and for everybody.
enum RecapStyle {
    static let word = cell(.text)
    static let figure = cell(.integer)
    static let share = cell(.share)
    /// A count of change, with its sign.
    static let change = cell(.change)

    private static func cell(_ content: CellStyle.Content) -> CellStyle {
        CellStyle(content).with {
            $0.hasBorder = true
            $0.size = 10
        }
    }
}
