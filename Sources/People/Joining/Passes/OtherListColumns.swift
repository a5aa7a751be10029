import Columns
import RoleLists
import Schema
import Tabular

/// The columns of one other list that are read as codes, dates and numbers, by one thread.
struct OtherListColumns: Sendable {
    struct Code: Sendable {
        var id: String
        var cell: Int?
        var reader: CodeReader
        /// The number of the code of rows of a list without the column.
        var absent: UInt8
        /// The number of the code of rows that say nothing; 0 = there is none.
        var silent: UInt8
        /// The codes in the order of their numbers.
        var order: [String]
        var values: [UInt8] = []
    }

    struct Number: Sendable {
        var id: String
        var cell: Int?
        var isDate: Bool
        var dates = DateColumns()
        /// Of a column of texts, each with a number.
        var texts: TextNumberer?
        var values: [Int32] = []
        /// 0 = empty, 1 = known, 2 = there but unreadable.
        var states: [UInt8] = []
    }

    private(set) var codes: [Code] = []
    private(set) var numbers: [Number] = []
    private var cells = TextColumn()

    /// - Parameters:
    ///   - destinations: numbers for the texts that say where people went.
    ///   - births: the column by which rows are told from other people's.
    init(_ list: OpenList, _ plans: EvidencePlans, destinations: TextNumbers, births: String?) {
        for column in list.role.columns {
            switch column.kind {
            // What a row says of the person besides is nothing that it is about.
            case .code where column.isBorrowed: continue
            case .code:
                let order = Self.order(column, list.role)
                codes.append(
                    Code(
                        id: column.id, cell: list.cell(column.id), reader: CodeReader(column, order: order),
                        absent: column.absentCode.flatMap { order.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) }
                            ?? 0,
                        silent: column.silentCode.flatMap { order.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) }
                            ?? 0,
                        order: order))
            case .date, .integer:
                guard column.id == births || Self.isRead(column.id, of: list.role, plans) else { continue }
                numbers.append(Number(id: column.id, cell: list.cell(column.id), isDate: column.kind == .date))
            case .text:
                guard column.id == list.role.destination, Self.isRead(column.id, of: list.role, plans) else { continue }
                numbers.append(
                    Number(
                        id: column.id, cell: list.cell(column.id), isDate: false, texts: TextNumberer(destinations)))
            case .nik, .nkk, .region, .regionPart: break
            }
        }
    }

    func code(_ id: String) -> Int? { codes.firstIndex { $0.id == id } }

    func number(_ id: String) -> Int? { numbers.firstIndex { $0.id == id } }

    /// Reads the columns of a block.
    mutating func read(_ block: inout Block, _ text: ListText) {
        for place in codes.indices {
            if let cell = codes[place].cell {
                block.gather(cell, of: text, into: &cells)
                codes[place].read(block.text, cells)
            } else {
                codes[place].values = [UInt8](repeating: codes[place].absent, count: block.rows)
            }
        }
        for place in numbers.indices {
            guard let cell = numbers[place].cell else {
                ColumnDecoding.clear(&numbers[place].values, block.rows)
                // Not empty: nobody knows what would stand there.
                numbers[place].states = [UInt8](repeating: 2, count: block.rows)
                continue
            }
            block.gather(cell, of: text, into: &cells)
            numbers[place].read(block.text, cells)
        }
    }

    /// The codes of a column in the order of their numbers: that of the role's order where it has one.
    static func order(_ column: ListSchema.Column, _ role: ListSchema.Role) -> [String] {
        if case .latest(_, let code, let order) = role.rows, code == column.id {
            return order + column.codes.map(\.code).filter { !order.contains($0) }
        }
        return column.codes.map(\.code)
    }

    /// Whether a number of this list is asked for: it dates the row, ranks it, or is a fact of a role it goes to.
    private static func isRead(_ column: String, of role: ListSchema.Role, _ plans: EvidencePlans) -> Bool {
        if role.knownSince == column || role.contributes != nil { return true }
        if case .latest(let date, _, _) = role.rows, date == column { return true }
        return plans[role.id]?.numbers.contains { $0.id == column } ?? false
    }
}

extension OtherListColumns.Code {
    fileprivate mutating func read(_ text: [UInt8], _ cells: TextColumn) { reader.read(text, cells, into: &values) }
}

extension OtherListColumns.Number {
    fileprivate mutating func read(_ text: [UInt8], _ cells: TextColumn) {
        if texts != nil {
            var found: [UInt32] = []
            texts?.read(text, cells, into: &found)
            values = found.map { Int32(truncatingIfNeeded: $0) }
            states = found.map { $0 == 0 ? 0 : 1 }
        } else if isDate {
            dates.read(text, cells, days: &values, states: &states)
        } else {
            ColumnDecoding.integers(text, cells, numbers: &values, states: &states)
        }
    }
}
