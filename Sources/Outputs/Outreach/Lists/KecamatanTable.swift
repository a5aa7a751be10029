import Civil
import Files

/// The same people as the kecamatan's workbook, as CSV: one row a person, the list in the first column.
enum KecamatanTable {
    private static let heading = [
        "list", "desa", "desa_name", "number", "household", "nik", "name", "sex", "age", "address", "rt", "rw", "tps",
        "outcome", "next_step", "bring", "first_time", "elderly", "visit_from", "visit_until", "team",
    ]

    static func bytes(_ people: KecamatanPeople, _ context: OutreachContext) -> [UInt8] {
        var table = CSVText(heading: heading + context.answers.ids)
        for desa in people.desa {
            for person in desa.visit + desa.handOut {
                let visit = person.list == .visit ? context.visit(of: person.number, in: person.region) : nil
                table.appendLine(
                    [
                        person.list == .visit ? "visit" : "hand_out", person.region, context.name(person.region),
                        String(person.number), person.household.map(String.init) ?? "", person.nik, person.name,
                        person.sex, person.age.map(String.init) ?? "", person.address, person.rt, person.rw, person.tps,
                        person.outcome, person.nextStep, context.bring(person.nextStep),
                        person.isFirstTime ? "true" : "false", context.isElderly(person) ? "true" : "false",
                        visit?.days.first?.description ?? "", visit?.days.last?.description ?? "",
                        visit.map { String($0.team) } ?? "",
                    ] + context.answers.cells(person.origin))
            }
        }
        return table.bytes
    }
}
