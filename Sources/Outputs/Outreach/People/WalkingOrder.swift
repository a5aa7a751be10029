/// The order in which a team walks a desa: RW, then RT in it (they are numbered within their RW), then address;
/// everyone of a family card together, the oldest first, where the first of them lives.
enum WalkingOrder {
    /// Sorts the people of one list of a desa and numbers them.
    static func arrange(_ people: [FieldPerson]) -> [FieldPerson] {
        let keyed = people.enumerated().map { Entry(person: $1, place: $0) }.sorted { $0.precedes($1) }
        var first: [UInt64: Int] = [:]
        for (place, entry) in keyed.enumerated() {
            if let nkk = entry.person.nkk, first[nkk] == nil { first[nkk] = place }
        }
        let anchored = keyed.enumerated().map { place, entry in
            (anchor: entry.person.nkk.flatMap { first[$0] } ?? place, age: -(entry.person.age ?? -1), place: place)
        }.sorted { ($0.anchor, $0.age, $0.place) < ($1.anchor, $1.age, $1.place) }
        return anchored.enumerated().map { number, item in
            var person = keyed[item.place].person
            person.number = number + 1
            return person
        }
    }

    private struct Entry {
        let person: FieldPerson
        let place: Int
        private let rw: Int
        private let rt: Int
        private let address: [AddressPart]

        init(person: FieldPerson, place: Int) {
            self.person = person
            self.place = place
            rw = Self.number(person.rw)
            rt = Self.number(person.rt)
            address = AddressPart.parts(person.address)
        }

        func precedes(_ other: Entry) -> Bool {
            if rw != other.rw { return rw < other.rw }
            if rt != other.rt { return rt < other.rt }
            if address != other.address { return address.lexicographicallyPrecedes(other.address) }
            return place < other.place
        }

        /// The number a cell begins with, blanks aside; unreadable ones come last.
        private static func number(_ text: String) -> Int {
            let digits = text.utf8.drop { $0 == 0x20 || $0 == 0x27 }.prefix { (0x30...0x39).contains($0) }.prefix(9)
            return Int(String(decoding: Array(digits), as: UTF8.self)) ?? .max
        }
    }
}

/// A run of letters or of digits of an address: `JL. MAWAR NO. 2` comes before `JL. MAWAR NO. 10`.
struct AddressPart: Comparable {
    private let text: String
    private let number: Int?

    static func parts(_ address: String) -> [AddressPart] {
        var parts: [AddressPart] = []
        var run: [UInt8] = []
        var isDigits = false
        func end() {
            if !run.isEmpty {
                let text = String(decoding: run, as: UTF8.self)
                parts.append(AddressPart(text: text, number: isDigits ? Int(text) : nil))
            }
            run = []
        }
        for byte in address.uppercased().utf8 {
            let isDigit = (0x30...0x39).contains(byte)
            let isLetter = byte >= 0x80 || (0x41...0x5A).contains(byte)
            if !isDigit && !isLetter {
                end()
                continue
            }
            if isDigit != isDigits { end() }
            isDigits = isDigit
            run.append(byte)
        }
        end()
        return parts
    }

    /// Numbers by value and before words; words by their bytes.
    static func < (left: Self, right: Self) -> Bool {
        switch (left.number, right.number) {
        case (let one?, let other?): one == other ? left.text.utf8.count < right.text.utf8.count : one < other
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
    }
}
