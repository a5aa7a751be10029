import Schema

/// A schema with every role that the sample writes, small enough to read.
enum SampleSchema {
    static let schema = ListSchema(
        roles: [
            ListSchema.Role(
                id: "population", option: "population", title: ["id": "daftar penduduk"], fact: "person",
                columns: [
                    column("nkk", .nkk, "NKK"), column("nik", .nik, "NIK", required: true),
                    column("name", .text, "NAMA", required: true), column("birth_place", .text, "TEMPAT LAHIR"),
                    column("birth_date", .date, "TANGGAL LAHIR"),
                    column(
                        "marital_status", .code, "STATUS KAWIN", ["P": ["P", "3"], "B": ["B", "1"], "S": ["S", "2"]]),
                    column("sex", .code, "JK", ["P": ["P", "2"], "L": ["L", "1"]]),
                    column("address", .text, "ALAMAT"), column("rt", .integer, "RT"), column("rw", .integer, "RW"),
                    column("disability", .code, "DISABILITAS", ["none": ["0"], "1": ["1"], "2": ["2"], "3": ["3"]]),
                    column("region", .region, "KODE DESA"), column("region_province", .regionPart, "NO PROP"),
                    column("region_regency", .regionPart, "NO KAB"), column("region_district", .regionPart, "NO KEC"),
                    column("region_village", .regionPart, "NO KEL"), column("tps", .integer, "TPS"),
                    column(
                        "ktp_el", .code, "KTP-EL",
                        ["suket": ["S"], "issued": ["K", "CARD_ISSUED"], "unrecorded": ["B"]]),
                    column("citizenship", .code, "WN", ["A": ["WNI"], "B": ["WNA"]]),
                ], rows: .person),
            ListSchema.Role(
                id: "recordings", option: "recordings", title: [:], fact: "recording",
                columns: [
                    column("nik", .nik, "NIK", required: true),
                    column(
                        "class", .code, "STATUS",
                        [
                            "issued": ["CARD_ISSUED"], "printed": ["CARD_PRINTED"],
                            "printable": ["PRR", "SENT_FOR_CARD_PRINTING"], "captured": ["SUDAH_REKAM"],
                            "disputed": ["ADJUDICATE_RECORD"], "duplicate": ["DUPLICATE_RECORD"],
                            "failed": ["ENROLL_FAILURE"], "unrecorded": ["BELUM_REKAM"],
                            "not_required": ["BELUM_WAJIB"],
                        ]),
                    column("recorded_on", .date, "TANGGAL REKAM"), column("printed_on", .date, "TANGGAL CETAK"),
                ],
                knownSince: "recorded_on",
                rows: .latest(
                    date: "recorded_on", code: "class",
                    order: [
                        "issued", "printed", "printable", "captured", "disputed", "duplicate", "failed", "unrecorded",
                        "not_required", "unknown",
                    ]), precedence: ListSchema.Precedence(denying: ["unrecorded", "not_required"])),
            other("suket", "suket", [column("number", .text, "NOMOR"), column("issued_on", .date, "TANGGAL")]),
            other("military", "military", [column("institution", .code, "INSTANSI", ["T": ["TNI"], "P": ["POLRI"]])]),
            other("deaths", "deaths", [column("died_on", .date, "TANGGAL")]),
            other("moved", "moved", [column("moved_on", .date, "TANGGAL"), column("destination", .text, "TUJUAN")]),
            other("revoked", "revoked", [column("judged_on", .date, "TANGGAL"), column("until", .date, "SAMPAI")]),
            other("impaired", "impaired", [column("letter_on", .date, "TANGGAL")]),
            other(
                "field_findings", "field-findings",
                [column("code", .code, "KODE", ["1": ["1"], "2": ["2"]]), column("found_on", .date, "TANGGAL")]),
            other(
                "reply", "reply",
                [
                    column("answer", .code, "JAWABAN", ["x": ["SUKET TERBIT"], "y": ["LAIN"]]),
                    column("answered_on", .date, "TANGGAL"),
                ]),
        ],
        dialects: ListSchema.Dialects(
            delimiters: [
                ListSchema.Dialects.Delimiter(byte: 0x2C), ListSchema.Dialects.Delimiter(byte: 0x3B),
                ListSchema.Dialects.Delimiter(byte: 0x09),
                ListSchema.Dialects.Delimiter(byte: 0x23, quoting: false, emptyWord: "null"),
                ListSchema.Dialects.Delimiter(byte: 0x7C),
            ], totalWords: ["JUMLAH"]))

    private static func other(_ id: String, _ option: String, _ columns: [ListSchema.Column]) -> ListSchema.Role {
        ListSchema.Role(
            id: id, option: option, title: [:], fact: id,
            columns: [column("nik", .nik, "NIK", required: true)] + columns, rows: .every)
    }

    private static func column(
        _ id: String, _ kind: ListSchema.Column.Kind, _ heading: String,
        _ codes: KeyValuePairs<String, [String]> = [:], required: Bool = false
    ) -> ListSchema.Column {
        ListSchema.Column(
            id: id, kind: kind, headings: [heading], required: required,
            codes: codes.map { ListSchema.Code(code: $0.key, words: $0.value) })
    }
}
