import Columns
import RoleLists
import Rules
import Tabular

/// The cells of a workbook, as lists are read.
public enum WorkbookCells {
    /// The sheets in their order, row by row.
    public static func sheets(_ path: String, spools: String) throws -> [(name: String, rows: [[String]])] {
        try ListReading.read(path, spools: spools, ShippedRules.ruleset().schema).lists.map { list in
            var bytes = [UInt8](repeating: 0, count: list.text.size)
            _ = try list.text.read(at: 0, count: bytes.count, into: &bytes)
            return (list.sheet?.name ?? "", rows(bytes))
        }
    }

    /// Text of a sheet as its reader wrote it, cut into cells.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\""):
                // A doubled quote leaves the cell quoted.
                if isQuoted, place + 1 < bytes.count, bytes[place + 1] == byte { cell.append(byte) }
                isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, 10 where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 10 {
                    rows.append(row)
                    row = []
                }
            default: cell.append(byte)
            }
        }
        return rows
    }
}
