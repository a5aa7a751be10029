import Diagnostics
import Files
import Schema

/// Writes the population list of one kabupaten in its form.
final class SamplePopulationList {
    private let list: SampleList
    private let form: SamplePopulationForm
    private let words: SampleVocabulary
    private let districtName: String
    private let columns: [Column]
    private var numbered = 0

    /// Columns of the population list, by their id in the schema.
    private enum Column: String, CaseIterable {
        case nkk, nik, name
        case birthPlace = "birth_place"
        case birthDate = "birth_date"
        case maritalStatus = "marital_status"
        case sex, address, rt, rw, disability
        case region
        case province = "region_province"
        case regency = "region_regency"
        case district = "region_district"
        case village = "region_village"
        case tps
        case mark = "ktp_el"
        case citizenship
    }

    var name: String { list.name }
    var records: Int { list.records }

    /// - Parameter workbook: the list is also written as a workbook of this name, dated that day.
    init(
        name: String, districtName: String, in folder: RunDirectory, form: SamplePopulationForm,
        words: SampleVocabulary, workbook: (name: String, day: Int)? = nil
    ) throws(Failure) {
        list = try SampleList(name: name, in: folder, dialect: form.dialect)
        if let workbook {
            let station = words.schema.role("population")?.column("tps")?.headings.first ?? ""
            list.workbook = try SampleWorkbook(
                name: workbook.name, sheet: districtName, stationWord: station, day: workbook.day, in: folder)
        }
        self.form = form
        self.words = words
        self.districtName = districtName
        columns = Column.allCases.filter { column in
            switch column {
            case .region: form.region != .parts
            case .province, .regency, .district, .village: form.region == .parts
            case .tps: form.hasTPS
            case .mark: form.hasMark
            case .citizenship: form.hasCitizenship
            default: true
            }
        }.filter { words.heading("population", $0.rawValue, in: form.dialect) != nil }
        if form.hasTitles {
            try list.line((words.schema.role("population")?.title["id"] ?? "").uppercased())
            try list.line(districtName.uppercased())
            try list.line("")
        }
        try heading()
        if form.hasNumberingRow {
            for place in 1...(columns.count + (form.isNumbered ? 1 : 0)) { list.cell("(\(place))") }
            try list.endLine()
        }
    }

    /// Called between kecamatan.
    func beginKecamatan() throws(Failure) {
        guard form.repeatsHeading, list.records > 0 else { return }
        try list.line("")
        try heading()
    }

    func write(_ person: SamplePerson, using random: inout SampleRandom) throws(Failure) {
        numbered += 1
        // A workbook has a sheet for each polling station where the list does not name it.
        if !form.hasTPS { list.workbook?.station = person.tps }
        if form.isNumbered { list.number(UInt64(numbered)) }
        let shown = person.isRagged ? columns.count - 3 : columns.count
        for column in columns[..<shown] { write(column, of: person, using: &random) }
        try list.endRecord()
    }

    func close() throws(Failure) {
        if form.hasTotal, let total = words.schema.dialects.totalWords.first {
            list.cell(total)
            list.number(UInt64(numbered))
            for _ in 1..<(columns.count - (form.isNumbered ? 0 : 1)) { list.empty() }
            try list.endLine()
        }
        try list.close()
    }

    private func heading() throws(Failure) {
        if form.isNumbered { list.cell("NO") }
        for column in columns { list.cell(words.heading("population", column.rawValue, in: form.dialect) ?? "") }
        try list.endLine()
    }

    private func write(_ column: Column, of person: SamplePerson, using random: inout SampleRandom) {
        let variant = form.dialect.variant
        switch column {
        case .nkk: list.number(person.nkk, width: 16)
        case .nik: if let cell = person.nikCell { list.cell(cell) } else { list.number(person.nik, width: 16) }
        case .name: list.cell(person.name)
        case .birthPlace: list.cell(person.birthPlace)
        case .birthDate:
            if let cell = person.birthCell {
                list.cell(cell)
            } else if form.mixesDates, random.below(100) < 8 {
                list.day(person.birth, as: .shortMonth)
            } else {
                list.day(person.birth)
            }
        case .maritalStatus:
            list.cell(
                person.maritalCell ?? SampleVocabulary.word(words.maritalStatus, person.maritalStatus.rawValue, variant)
            )
        case .sex: list.cell(SampleVocabulary.word(words.sex, person.isWoman ? 1 : 0, variant))
        case .address: list.cell(person.address)
        case .rt: list.number(UInt64(person.rt), width: form.rtWidth)
        case .rw: list.number(UInt64(person.rw), width: form.rtWidth)
        case .disability:
            // The first code is "none"; most lists leave the cell empty instead.
            if person.disability == 0 {
                list.empty()
            } else {
                list.cell(SampleVocabulary.word(words.disability, person.disability, 0))
            }
        case .region, .province, .regency, .district, .village: writeRegion(column, person.region)
        case .tps: list.number(UInt64(person.tps), width: 3)
        case .mark:
            switch person.mark {
            case true?: list.cell(SampleVocabulary.word([words.marked.recorded], 0, random.below(2)))
            case false?: list.cell(words.marked.not.first ?? [])
            case nil: list.empty()
            }
        case .citizenship: list.cell(SampleVocabulary.word(words.citizenship, person.isForeigner ? 1 : 0, 0))
        }
    }

    private func writeRegion(_ column: Column, _ region: UInt64) {
        switch column {
        case .province: list.number(region / 100_000_000)
        case .regency: list.number(region / 1_000_000 % 100)
        case .district: list.number(region / 10_000 % 100)
        case .village: list.number(region % 10_000)
        default:
            guard form.region == .dotted else { return list.number(region) }
            var text: [UInt8] = []
            SampleBytes.append(region, to: &text)
            for place in [6, 4, 2] { text.insert(UInt8(ascii: "."), at: place) }
            list.cell(text)
        }
    }
}
