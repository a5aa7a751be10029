import Diagnostics
import Documents
import Schema

/// The columns of the population list that the program itself reads, beside those that conditions name: they stand in
/// the lists of people, tell where people live, and are compared with the NIK.
enum PopulationColumns {
    static let read: [(id: String, kind: ListSchema.Column.Kind)] = [
        ("nkk", .nkk), ("nik", .nik), ("name", .text), ("birth_place", .text), ("birth_date", .date),
        ("marital_status", .code), ("sex", .code), ("address", .text), ("rt", .integer), ("rw", .integer),
        ("disability", .code), ("region", .region), ("region_province", .regionPart), ("region_regency", .regionPart),
        ("region_district", .regionPart), ("region_village", .regionPart), ("region_regency_name", .text),
        ("region_district_name", .text), ("region_village_name", .text), ("tps", .integer),
    ]
}

extension ListChecks {
    /// Without one of them, figures would change and nobody would be told why.
    func checkPopulationColumns() {
        guard let persons = lists.roles.first(where: { $0.role.rows == .person }) else { return }
        for (id, kind) in PopulationColumns.read {
            guard let entry = persons.columns.first(where: { $0.column.id == id }) else {
                log.add(
                    "missing_column", at: persons.spot,
                    Bilingual(
                        id: "kolom '\(id)' tidak ada, padahal program membacanya",
                        en: "the column '\(id)' is missing, which the program reads"),
                    remedy: Bilingual(
                        id: "id kolom ini tetap; yang boleh diganti hanya judulnya",
                        en: "the id of this column stays; only its headings may change"))
                continue
            }
            guard entry.column.kind != kind else { continue }
            log.add(
                "wrong_column_kind", at: entry.spot,
                Bilingual(
                    id: "kolom '\(id)' harus jenis '\(kind.rawValue)'",
                    en: "the column '\(id)' must be of kind '\(kind.rawValue)'"))
        }
    }
}
