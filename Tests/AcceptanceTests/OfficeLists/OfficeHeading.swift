/// The heading of an office's list: one row, two with groups, or a row of legends below.
struct OfficeHeading: Sendable {
    let rows: [[OfficeCell]]
    /// Cells under one group, by the group's first.
    let groups: [ClosedRange<Int>]

    init(_ columns: [OfficeColumn], _ random: inout SeededRandom) {
        let names = columns.map { OfficeCell.text(random.pick($0.headings)) }
        switch random.number(1...10) {
        case 1...4: (rows, groups) = OfficeHeading.grouped(columns, names, &random)
        case 5: (rows, groups) = OfficeHeading.withLegends(columns, &random)
        default: (rows, groups) = ([names], [])
        }
    }

    /// `LAHIR` over `TEMPAT`, `TANGGAL`; `ALAMAT` over `JALAN`, `RT`, `RW`.
    private static func grouped(
        _ columns: [OfficeColumn], _ names: [OfficeCell], _ random: inout SeededRandom
    ) -> ([[OfficeCell]], [ClosedRange<Int>]) {
        var upper = names
        var lower = columns.map { _ in OfficeCell.empty }
        var groups: [ClosedRange<Int>] = []
        func group(_ name: OfficeCell, _ members: [(OfficeColumn, [String])], _ random: inout SeededRandom) {
            guard let first = columns.firstIndex(of: members[0].0) else { return }
            let cells = first...(first + members.count - 1)
            guard columns.indices.contains(cells.upperBound), Array(columns[cells]) == members.map(\.0) else { return }
            for (cell, member) in zip(cells, members) {
                upper[cell] = cell == first ? name : .empty
                lower[cell] = .text(random.pick(member.1))
            }
            groups.append(cells)
        }
        group(
            random.pick(["LAHIR", "Lahir"]),
            [(.birthPlace, ["TEMPAT", "Tempat"]), (.birthDate, ["TANGGAL", "Tgl", "TGL (DD/MM/YYYY)"])], &random)
        group("ALAMAT", [(.address, ["JALAN/DUKUH", "Jalan"]), (.rt, ["RT"]), (.rw, ["RW"])], &random)
        return groups.isEmpty ? ([names], []) : ([upper, lower], groups)
    }

    private static func withLegends(
        _ columns: [OfficeColumn], _ random: inout SeededRandom
    ) -> ([[OfficeCell]], [ClosedRange<Int>]) {
        let plain: [OfficeColumn: OfficeCell] = [
            .marital: "STATUS KAWIN", .sex: "JENIS KELAMIN", .birthDate: "TGL LAHIR",
        ]
        let legends: [OfficeColumn: OfficeCell] = [
            .marital: random.pick(["B/S/P", "(B/S/P)"]), .sex: random.pick(["L/P", "(L/P)"]), .birthDate: "DD|MM|YYYY",
        ]
        let upper = columns.map { plain[$0] ?? .text($0.headings[0]) }
        return ([upper, columns.map { legends[$0] ?? .empty }], [])
    }

    /// Puts the heading on a sheet, with merged groups where it is a workbook's.
    func write(to sheet: inout OfficeSheet, isAside: Bool, merging: Bool) {
        let first = sheet.rows.count
        for row in rows { isAside ? sheet.addAside(row) : sheet.add(row) }
        guard merging, rows.count == 2, !groups.isEmpty else { return }
        for group in groups { sheet.merge(first...first, group) }
        for cell in rows[0].indices where !groups.contains(where: { $0.contains(cell) }) {
            sheet.merge(first...(first + 1), cell...cell)
        }
    }
}
