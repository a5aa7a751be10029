import Schema

/// A schema of two roles for lists of random bytes.
enum ForeignLists {
    private static let nik = ListSchema.Column(id: "nik", kind: .nik, headings: ["NIK"], required: true)

    static let population = ListSchema.Role(
        id: "population", option: "population", title: ["id": "daftar penduduk", "en": "population list"],
        fact: "person",
        columns: [
            nik, ListSchema.Column(id: "name", kind: .text, headings: ["NAMA"], required: true),
            ListSchema.Column(id: "birth_date", kind: .date, headings: ["TGL LAHIR"]),
            ListSchema.Column(id: "rt", kind: .integer, headings: ["RT"]),
            ListSchema.Column(
                id: "sex", kind: .code, headings: ["JK"], codes: [ListSchema.Code(code: "L", words: ["L", "LK"])]),
        ], rows: .person)

    static let deaths = ListSchema.Role(
        id: "deaths", option: "deaths", title: ["id": "daftar meninggal", "en": "list of deaths"], fact: "death",
        columns: [nik, ListSchema.Column(id: "died_on", kind: .date, headings: ["TGL MENINGGAL"])], rows: .every)

    static let schema = ListSchema(
        roles: [population, deaths],
        dialects: ListSchema.Dialects(
            delimiters: [
                .init(byte: 0x2C), .init(byte: 0x3B), .init(byte: 9),
                .init(byte: 0x23, quoting: false, emptyWord: "null"), .init(byte: 0x7C),
            ], totalWords: ["JUMLAH"]))
}
