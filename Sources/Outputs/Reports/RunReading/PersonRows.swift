import Diagnostics
import Readiness

/// The columns of `flagged.csv` and `ineligible.csv` that reports read.
enum PersonColumn: Int, CaseIterable {
    case nkk, nik, name
    case birthPlace, birthDate, maritalStatus
    case sex, address, rt, rw, disability, region, tps, outcome, code, reasons, status, nextStep

    static let names = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw",
        "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "next_step",
    ]
}

/// People of one area on their way to a sheet: their cells in one piece of memory.
struct PersonRows {
    private var text: [UInt8] = []
    /// Where each cell ends; cells of a row follow each other.
    private var ends: [Int] = []
    private static let width = PersonColumn.allCases.count

    var count: Int { ends.count / Self.width }
    var isEmpty: Bool { ends.isEmpty }

    mutating func append(_ row: RunRows) {
        for column in 0..<Self.width {
            text += row.bytes(column)
            ends.append(text.count)
        }
    }

    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    func bytes(_ row: Int, _ column: PersonColumn) -> ArraySlice<UInt8> {
        let cell = row * Self.width + column.rawValue
        guard ends.indices.contains(cell) else { return [] }
        return text[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
    }

    func text(_ row: Int, _ column: PersonColumn) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }
}
