import CEL

extension FactBatch {
    /// People's facts again, one row for each further row of a list, with that list's own facts from the further rows.
    init(_ own: FactBatch, over base: FactBatch, rows: [Int32], layout: FactLayout, role: String) {
        self.init(layout: layout, capacity: rows.count)
        func isOwn(_ fact: FactLayout.Fact) -> Bool { fact.name == role || fact.name.hasPrefix("\(role).") }
        for fact in layout.facts {
            let source = isOwn(fact) ? own : base
            for (row, person) in rows.enumerated() {
                let from = isOwn(fact) ? row : Int(person)
                switch fact.storage {
                case .presence, .flag: Self.copyBit(source.bits[fact.slot], from, &bits[fact.slot], row)
                case .truth:
                    Self.copyBit(source.truthTrue[fact.slot], from, &truthTrue[fact.slot], row)
                    Self.copyBit(source.truthKnown[fact.slot], from, &truthKnown[fact.slot], row)
                case .date, .integer:
                    numbers[fact.slot][row] = source.numbers[fact.slot][from]
                    Self.copyBit(source.numberKnown[fact.slot], from, &numberKnown[fact.slot], row)
                case .code: codes[fact.slot][row] = source.codes[fact.slot][from]
                case .constant, .absent: break
                }
            }
        }
    }

    private static func copyBit(_ source: [UInt64], _ from: Int, _ target: inout [UInt64], _ row: Int) {
        target[row >> 6] |= (source[from >> 6] >> UInt64(from & 63) & 1) << UInt64(row & 63)
    }
}
