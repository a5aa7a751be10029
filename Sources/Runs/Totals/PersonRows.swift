public import RunFolder

/// The columns of `flagged.csv` and `ineligible.csv` that reports read.
public enum PersonColumn: Int, CaseIterable {
    case nkk, nik, name
    case birthPlace, birthDate, maritalStatus
    case sex, address, rt, rw, disability, region, tps, outcome, code, reasons, status, nextStep

    public static let names = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw",
        "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "next_step",
    ]
}

/// People of one area on their way to a sheet: their cells in one piece of memory.
public struct PersonRows {
    private var text: [UInt8] = []
    /// Where each cell ends; cells of a row follow each other.
    private var ends: [Int] = []
    private static let width = PersonColumn.allCases.count

    public init() {}

    public var count: Int { ends.count / Self.width }
    public var isEmpty: Bool { ends.isEmpty }

    public mutating func append(_ row: RunRows) {
        for column in 0..<Self.width {
            text += row.bytes(column)
            ends.append(text.count)
        }
    }

    public mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    public func bytes(_ row: Int, _ column: PersonColumn) -> ArraySlice<UInt8> {
        let cell = row * Self.width + column.rawValue
        guard ends.indices.contains(cell) else { return [] }
        return text[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
    }

    public func text(_ row: Int, _ column: PersonColumn) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }
}
