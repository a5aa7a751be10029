/// Numbers for the households of a desa, which stand on its lists in place of the number of the family card: one and the
/// same on every list, from 1 on as they are met.
struct Households {
    private var numbers: [UInt64: Int] = [:]

    /// Says of each person which household it is; of a person without a known family card, none.
    mutating func number(_ people: [FieldPerson]) -> [FieldPerson] {
        people.map { person in
            var person = person
            if let nkk = person.nkk {
                let household = numbers[nkk] ?? numbers.count + 1
                numbers[nkk] = household
                person.household = household
            }
            return person
        }
    }
}
