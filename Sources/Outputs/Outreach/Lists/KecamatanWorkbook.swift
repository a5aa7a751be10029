import Civil
import Columns
import Diagnostics
import Files
import Rules
import Tabular

/// The workbook of one kecamatan: a summary, for each desa a cover and a walking list, and lists of those who are met
/// elsewhere than at the visit. Or the same of one of its desa alone, for whoever goes there: NIKs are always masked then.
struct KecamatanWorkbook {
    private let context: OutreachContext
    private let isOfDesa: Bool
    private let people: KecamatanPeople
    private let book: WorkbookWriter

    /// Rows of one sheet at most, titles aside; a longer list goes on in another sheet.
    static let longest = 1_000_000

    /// - Parameter isOfDesa: whether `people` are those of one desa, who stand in a workbook of their own.
    static func write(
        _ people: KecamatanPeople, _ context: OutreachContext, isOfDesa: Bool = false, at place: String,
        scratch: String
    ) throws(FileError) -> OutputFile.Written {
        let book = try WorkbookWriter(
            creating: place, scratch: scratch,
            properties: .init(
                title: context.title(people.region), comments: context.footer, created: context.created))
        let workbook = KecamatanWorkbook(context: context, isOfDesa: isOfDesa, people: people, book: book)
        try workbook.writeSheets()
        return try book.finish(digest: true)
    }

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    private var pageWords: (before: String, between: String) { (say("Halaman", "Page"), say("dari", "of")) }

    private func writeSheets() throws(FileError) {
        if !isOfDesa { try writeSummary() }
        for desa in people.desa {
            let short = desa.region.utf8.count == 10 ? String(desa.region.suffix(4)) : say("tanpa desa", "no desa")
            let name = context.name(desa.region)
            try writeCover(desa, sheet: "\(short) \(say("sampul", "cover")) \(name)")
            try writeList(
                desa.visit, sheet: "\(short) \(name)",
                title: say("DAFTAR KUNJUNGAN PEREKAMAN KTP-el", "VISIT LIST: KTP-el RECORDING"), region: desa.region,
                isVisit: true)
        }
        let everyone = people.everyone
        let firstTime = everyone.filter(\.isFirstTime)
        try writeList(
            firstTime.sorted { ($0.age ?? .max, $0.region, $0.number) < ($1.age ?? .max, $1.region, $1.number) },
            sheet: say("Pemula", "First-time"),
            title: say("PEMILIH PEMULA, MENURUT UMUR SEKOLAH", "FIRST-TIME VOTERS, BY SCHOOL AGE"),
            region: people.region, hasSchool: true)
        let elderly = context.fieldWork.elderlyAge.value
        try writeList(
            everyone.filter(context.isElderly), sheet: say("Lansia", "Elderly"),
            title: say("LANJUT USIA \(elderly)+: KUNJUNGAN RUMAH", "AGED \(elderly)+: HOME VISITS"),
            region: people.region)
        try writeList(
            people.desa.flatMap(\.handOut), sheet: say("Suket dan kartu", "Letter or card"),
            title: say("HANYA PERLU SUKET ATAU KARTU", "NEED ONLY A LETTER OR A CARD"), region: people.region)
        try writeList(
            everyone.filter(\.isFailed), sheet: say("Perekaman bermasalah", "Failed or in dispute"),
            title: say("PEREKAMAN BERMASALAH", "RECORDING FAILED OR IN DISPUTE"), region: people.region)
    }

    // MARK: Summary and covers

    private func writeSummary() throws(FileError) {
        var sheet = FieldSheet(
            try book.addSheet(say("Ringkasan", "Summary")),
            columns: [
                .init(say("Desa/kelurahan", "Desa/kelurahan"), 34), .init(say("Harus rekam", "Must record"), 11),
                .init(say("Suket/kartu", "Letter/card"), 11), .init(say("Perlu klarifikasi kantor", "Office"), 17),
                .init(say("Pemula", "First-time"), 10), .init(say("Lansia", "Elderly"), 10),
                .init(say("Kunjungan", "Visits"), 42), .init(say("Belum terjadwal", "Without a day"), 12),
            ])
        addTitles(say("RINGKASAN KECAMATAN", "SUMMARY OF THE KECAMATAN"), people.region, to: &sheet)
        sheet.begin(rows: people.desa.count, footer: context.footer, pageWords: pageWords)
        for desa in people.desa {
            let visits = context.visits(to: desa.region)
            sheet.add([
                .text(context.title(desa.region)), .count(desa.visit.count), .count(desa.handOut.count),
                .count(desa.office.count), .count(desa.everyone.count(where: \.isFirstTime)),
                .count(desa.everyone.count(where: context.isElderly)),
                .text(
                    visits.map { "\(context.span($0.days)) (\(context.team($0))\(context.place($0)))" }.joined(
                        separator: "; ")),
                .count(desa.visit.count - visits.reduce(0) { $0 + $1.people }),
            ])
        }
        func sum(_ count: (KecamatanPeople.Desa) -> Int) -> FieldSheet.Cell {
            .count(people.desa.reduce(0) { $0 + count($1) })
        }
        sheet.total([
            .text(say("Jumlah", "Total")), sum(\.visit.count), sum(\.handOut.count), sum(\.office.count),
            sum { $0.everyone.count(where: \.isFirstTime) }, sum { $0.everyone.count(where: context.isElderly) },
            .text(""),
            sum { desa in desa.visit.count - context.visits(to: desa.region).reduce(0) { $0 + $1.people } },
        ])
    }

    private func writeCover(_ desa: KecamatanPeople.Desa, sheet name: String) throws(FileError) {
        var sheet = FieldSheet(
            try book.addSheet(name),
            columns: [.init(say("Daftar", "List"), 52), .init(say("Orang", "People"), 12)])
        addTitles(say("SAMPUL", "COVER"), desa.region, to: &sheet)
        sheet.begin(rows: 0, footer: context.footer, pageWords: pageWords)
        let households = Set(desa.visit.compactMap(\.household)).count
        let rows: [(String, Int)] = [
            (say("Harus rekam (daftar kunjungan)", "Must record (visit list)"), desa.visit.count),
            (say("   rumah tangga", "   households"), households),
            (say("   lansia, kunjungan rumah", "   elderly, home visits"), desa.visit.count(where: context.isElderly)),
            (say("Hanya perlu suket atau kartu", "Need only a letter or a card"), desa.handOut.count),
            (say("Pertanyaan identitas, untuk kantor", "Identity questions, for the office"), desa.office.count),
            (say("Jumlah", "Total"), desa.everyone.count),
            (
                say("Di antaranya pemilih pemula", "Among them first-time voters"),
                desa.everyone.count(where: \.isFirstTime)
            ),
            (
                say("Di antaranya perekaman bermasalah", "Among them recording failed or in dispute"),
                desa.everyone.count(where: \.isFailed)
            ),
        ]
        for (title, count) in rows { sheet.add([.text(title), .count(count)]) }
        sheet.skip()
        let visits = context.visits(to: desa.region)
        sheet.line(say("Kunjungan", "Visits"), FieldSheet.bold)
        if visits.isEmpty { sheet.line(say("tidak ada", "none")) }
        for visit in visits {
            sheet.line(
                say(
                    "\(context.span(visit.days)), \(context.team(visit))\(context.place(visit)): nomor \(visit.firstPerson)–\(visit.firstPerson + visit.people - 1) (\(visit.people) orang)",
                    "\(context.span(visit.days)), \(context.team(visit))\(context.place(visit)): numbers \(visit.firstPerson)–\(visit.firstPerson + visit.people - 1) (\(visit.people) \(Plural.of(visit.people, "person", "people")))"
                ))
        }
        let left = desa.visit.count - visits.reduce(0) { $0 + $1.people }
        if left > 0 {
            sheet.line(
                say(
                    "\(left) orang belum terjadwal: kapasitas tim tidak cukup sampai tenggat (lihat plan.xlsx)",
                    "\(left) \(Plural.of(left, "person is", "people are")) without a day: the teams cannot do more by the deadline (see plan.xlsx)"
                ),
                FieldSheet.bold)
        }
    }

    private func addTitles(_ title: String, _ region: String, to sheet: inout FieldSheet) {
        sheet.line("\(title): \(context.title(region))", FieldSheet.title)
        if region.utf8.count > 6 {
            sheet.line(
                "Kecamatan \(context.title(String(region.prefix(6)))), \(context.title(String(region.prefix(4))))")
        } else if region.utf8.count == 6 {
            sheet.line("Kabupaten/kota \(context.title(String(region.prefix(4))))")
        }
        sheet.line(
            say(
                "\(context.text(context.ruleset.electionTitle)); data per \(context.asOf)",
                "\(context.text(context.ruleset.electionTitle)); as known on \(context.asOf)"), FieldSheet.note)
        sheet.skip()
    }

    // MARK: Lists

    private func writeList(
        _ people: [FieldPerson], sheet name: String, title: String, region: String, isVisit: Bool = false,
        hasSchool: Bool = false
    ) throws(FileError) {
        if people.isEmpty && !isVisit { return }
        var start = 0
        repeat {
            let part = people[start..<min(people.count, start + Self.longest)]
            var sheet = FieldSheet(try book.addSheet(name), columns: columns(isVisit: isVisit, hasSchool: hasSchool))
            addTitles(title, region, to: &sheet)
            sheet.begin(rows: part.count, footer: context.footer, pageWords: pageWords)
            let first = sheet.row
            for (place, person) in part.enumerated() {
                sheet.add(cells(person, number: start + place + 1, isVisit: isVisit, hasSchool: hasSchool))
            }
            if !part.isEmpty {
                let all = columns(isVisit: isVisit, hasSchool: hasSchool).count
                let answers = context.answers
                answers.open(sheet.sheet, rows: first...sheet.row - 1, from: all - answers.ids.count)
            }
            start += Self.longest
        } while start < people.count
    }

    private func columns(isVisit: Bool, hasSchool: Bool) -> [FieldSheet.Column] {
        var columns: [FieldSheet.Column] = [.init("No", 6, centered: true)]
        if !isVisit { columns.append(.init(say("Desa/kelurahan", "Desa/kelurahan"), 22)) }
        columns += [
            .init(say("Rumah tangga", "Household"), 10, centered: true), .init(say("Nama", "Name"), 26),
            .init(context.heading("nik"), 18), .init("L/P", 6, centered: true),
            .init(say("Umur", "Age"), 6, centered: true),
        ]
        if hasSchool { columns.append(.init(say("Sekolah", "School"), 14)) }
        return columns + [
            .init(say("Alamat", "Address"), 26), .init("RT", 6, centered: true), .init("RW", 6, centered: true),
            .init(context.heading("tps"), 6, centered: true), .init(say("Langkah", "Next step"), 18),
            .init(say("Bawa", "Bring"), 18), .init(say("Kunjungan", "Visit"), 18, centered: true),
        ] + context.answers.columns
    }

    private func cells(_ person: FieldPerson, number: Int, isVisit: Bool, hasSchool: Bool) -> [FieldSheet.Cell] {
        let visit = person.list == .visit ? context.visit(of: person.number, in: person.region) : nil
        var cells = [String(number)]
        if !isVisit { cells.append(context.names[person.region] ?? person.region) }
        cells += [
            person.household.map(String.init) ?? "", person.name, isOfDesa ? person.maskedNIK : person.nik, person.sex,
            person.age.map(String.init) ?? "",
        ]
        if hasSchool {
            cells.append(person.age.flatMap { context.fieldWork.school(age: $0) }.map { context.text($0.title) } ?? "")
        }
        cells += [
            person.address, person.rt, person.rw, person.tps, context.nextStep(person.nextStep),
            context.bring(person.nextStep),
            visit.map { "\($0.days.first?.description ?? "") \(context.team($0))" } ?? "",
        ]
        cells += context.answers.cells(person.origin)
        return cells.map { .text($0) }
    }
}
