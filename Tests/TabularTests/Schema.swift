import Schema

/// A small schema for tests: a population list, recordings, deaths, TNI/Polri.
enum Schema {
    static let nik = ListSchema.Column(id: "nik", kind: .nik, headings: ["NIK", "NO KTP"], required: true)

    static let population = ListSchema.Role(
        id: "population", option: "population", title: ["id": "daftar penduduk", "en": "population list"],
        fact: "person",
        columns: [
            ListSchema.Column(id: "nkk", kind: .nkk, headings: ["NKK", "NO KK"]),
            nik,
            ListSchema.Column(id: "name", kind: .text, headings: ["NAMA", "NAMA LENGKAP"], required: true),
            ListSchema.Column(id: "birth_place", kind: .text, headings: ["TEMPAT LAHIR"]),
            ListSchema.Column(id: "birth_date", kind: .date, headings: ["TANGGAL LAHIR", "TGL LAHIR"]),
            ListSchema.Column(
                id: "marital_status", kind: .code, headings: ["STATUS KAWIN", "KAWIN"],
                codes: [ListSchema.Code(code: "B", words: ["B", "BELUM KAWIN"])]),
            ListSchema.Column(id: "address", kind: .text, headings: ["ALAMAT", "JALAN", "DUSUN"]),
            ListSchema.Column(id: "rt", kind: .integer, headings: ["RT"]),
            ListSchema.Column(id: "rw", kind: .integer, headings: ["RW"]),
            ListSchema.Column(id: "ktp_el", kind: .code, headings: ["STATUS REKAM", "KTP-EL"]),
        ],
        combined: [
            ListSchema.Combined(
                headings: ["TEMPAT/TGL LAHIR"], columns: ["birth_place", "birth_date"], form: .dateAtEnd),
            ListSchema.Combined(headings: ["RT/RW"], columns: ["rt", "rw"], form: .slash),
        ], rows: .person)

    static let recordings = ListSchema.Role(
        id: "recordings", option: "recordings",
        title: ["id": "daftar perekaman", "en": "list of recordings"], fact: "recording",
        columns: [
            nik,
            ListSchema.Column(id: "name", kind: .text, headings: ["NAMA"]),
            ListSchema.Column(
                id: "class", kind: .code, headings: ["STATUS", "STATUS REKAM"], required: true,
                codes: [ListSchema.Code(code: "issued", words: ["CARD ISSUED"])]),
            ListSchema.Column(id: "recorded_on", kind: .date, headings: ["TGL REKAM"]),
        ], rows: .every)

    static let deaths = ListSchema.Role(
        id: "deaths", option: "deaths", title: ["id": "daftar meninggal", "en": "list of deaths"], fact: "death",
        columns: [
            nik, ListSchema.Column(id: "name", kind: .text, headings: ["NAMA"]),
            ListSchema.Column(id: "died_on", kind: .date, headings: ["TGL MENINGGAL", "TANGGAL"]),
        ], rows: .every)

    static let military = ListSchema.Role(
        id: "military", option: "military", title: ["id": "daftar TNI dan Polri", "en": "list of TNI and Polri"],
        fact: "military",
        columns: [
            nik, ListSchema.Column(id: "name", kind: .text, headings: ["NAMA"]),
            ListSchema.Column(id: "institution", kind: .code, headings: ["INSTANSI"]),
            ListSchema.Column(id: "since", kind: .date, headings: ["TANGGAL"]),
        ], rows: .every)

    /// The same with what tells lists of each role apart.
    static let telling: ListSchema = {
        var schema = all
        let tells: [String: ListSchema.Telling] = [
            "population": .init(columns: ["birth_date", "marital_status", "address"], least: 2),
            "recordings": .init(columns: ["class"]), "deaths": .init(columns: ["died_on"]),
            "military": .init(columns: ["institution"], headings: ["PANGKAT"]),
        ]
        for role in schema.roles.indices { schema.roles[role].telling = tells[schema.roles[role].id] }
        return schema
    }()

    static let all = ListSchema(
        roles: [population, recordings, deaths, military],
        dialects: ListSchema.Dialects(
            delimiters: [
                .init(byte: 0x2C), .init(byte: 0x3B), .init(byte: 9),
                .init(byte: 0x23, quoting: false, emptyWord: "null"), .init(byte: 0x7C),
            ],
            totalWords: ["JUMLAH", "TOTAL"], legends: ["B/S/P", "L/P", "DD|MM|YYYY"], bareHeadings: ["TANGGAL"]))
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
