import Columns

/// The texts that cells of a workbook share, by number: in memory as long as they are few, else in a file without a
/// name.
struct SharedStrings: Sendable {
    /// Texts up to so many bytes stay in memory.
    private let memory: Int
    private let directory: String
    /// The texts, while they are in memory.
    private(set) var table = TextTable()
    private var spilled: SpilledTexts?

    static let usualMemory = 64 << 20

    init(directory: String, memory: Int = Self.usualMemory) {
        self.directory = directory
        self.memory = memory
    }

    /// Whether the texts lie in a file.
    var isSpilled: Bool { spilled != nil }
    var count: Int { spilled?.count ?? table.count }

    mutating func append(_ text: Span<UInt8>) throws(WorkbookProblem) {
        if spilled != nil {
            try spilled?.append(text)
            return
        }
        table.append(text)
        try settle()
    }

    /// Moves the texts to a file if they have grown too many.
    private mutating func settle() throws(WorkbookProblem) {
        guard spilled == nil, table.byteCount > memory else { return }
        var spilled = try SpilledTexts(directory: directory)
        for number in 0..<table.count {
            try table.withText(number) { (text) throws(WorkbookProblem) in try spilled.append(text) }
        }
        self.spilled = spilled
        table = TextTable()
    }

    /// Takes plain texts from a piece and drops them from it; whether what stands there now is none.
    mutating func take(_ piece: Piece) throws(WorkbookProblem) -> Bool {
        let passing = TextTable()
        while true {
            let into = spilled == nil ? table : passing
            let (isFull, isOdd) = into.take(piece)
            if spilled == nil {
                try settle()
            } else {
                for number in 0..<passing.count {
                    try passing.withText(number) { (text) throws(WorkbookProblem) in try spilled?.append(text) }
                }
                passing.removeAll()
            }
            if !isFull { return isOdd }
        }
    }

    /// Ends the writing.
    mutating func finish() throws(WorkbookProblem) { try spilled?.finish() }

    /// Appends text `number` to `bytes`; false if there is none.
    mutating func copy(_ number: Int, to bytes: inout [UInt8]) throws(WorkbookProblem) -> Bool {
        if spilled != nil { return try spilled?.copy(number, to: &bytes) ?? false }
        return table.withText(number) { bytes.append(copying: $0) } != nil
    }
}
