/// How one office writes the cells of its list.
struct OfficeSpelling: Sendable {
    private let dates: Int
    private let codes: Int
    private let pads: Bool
    private let isDotted: Bool
    /// The polling station of everybody on the list.
    let station: String
    private let isWorkbook: Bool
    /// Whether a workbook keeps numbers as numbers.
    private let hasNumbers: Bool

    init(isWorkbook: Bool, station: Int, _ random: inout SeededRandom) {
        self.isWorkbook = isWorkbook
        hasNumbers = isWorkbook && random.chance(50)
        dates = random.number(0...9)
        codes = random.number(0...2)
        pads = random.chance(40)
        isDotted = random.chance(30)
        self.station = String(station)
    }

    func cell(_ column: OfficeColumn, of person: OfficePerson, number: Int) -> OfficeCell {
        switch column {
        case .number: numeric(String(number))
        case .nkk: numeric(person.nkk)
        case .nik: numeric(person.nik)
        case .name: .text(person.name)
        case .birthPlace: .text(person.birthPlace)
        case .birthDate: dates == 9 || isWorkbook && dates > 6 ? .day(person.birth) : .text(date(person.birth))
        case .birth: .text(person.birthPlace + (dates % 2 == 0 ? ", " : " ") + date(person.birth))
        case .age: numeric(String(2018 - person.birth.year))
        case .marital: .text(marital(person))
        case .sex: .text(sex(person))
        case .address: .text(person.address)
        case .rt: numeric(local(person.rt))
        case .rw: numeric(local(person.rw))
        case .rtRw: .text(local(person.rt) + "/" + local(person.rw))
        case .disability: person.disability.isEmpty ? .empty : numeric(person.disability)
        case .region: .text(isDotted ? "12.06.90.1001" : "1206901001")
        case .tps: numeric(station)
        case .remark: .empty
        }
    }

    /// What the results must say of a person under the list's columns.
    func expected(_ person: OfficePerson, _ columns: [OfficeColumn]) -> [String: String] {
        [
            "nkk": person.nkk, "nik": person.nik, "name": person.name, "birth_place": person.birthPlace,
            "birth_date": person.birth.description, "marital_status": marital(person), "sex": sex(person),
            "address": person.address, "rt": rounded(person.rt, columns), "rw": rounded(person.rw, columns),
            "disability": columns.contains(.disability) ? person.disability : "",
            "region": columns.contains(.region) ? "1206901001" : "",
            "tps": columns.contains(.tps) ? station : "",
        ]
    }

    private func numeric(_ digits: String) -> OfficeCell { hasNumbers ? .number(digits) : .text(digits) }

    private func local(_ number: Int) -> String { pads ? Day.padded(number, 3) : String(number) }

    /// A number cell keeps no zeros in front.
    private func rounded(_ number: Int, _ columns: [OfficeColumn]) -> String {
        hasNumbers && !columns.contains(.rtRw) ? String(number) : local(number)
    }

    private static let months = [
        "Januari", "Pebruari", "Maret", "April", "Mei", "Juni", "Juli", "Agt", "September", "Oktober", "Nopember",
        "Desember",
    ]

    private func date(_ day: Day) -> String {
        let (d, m) = (Day.padded(day.day, 2), Day.padded(day.month, 2))
        return switch dates {
        case 0: "\(d)|\(m)|\(day.year)"
        case 1: "\(d)-\(m)-\(day.year)"
        case 2: "\(day.day)/\(day.month)/\(day.year)"
        case 3: "\(d)/\(m)/\(day.year) 00:00:00"
        case 4: "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
        case 5: "\(day)"
        case 6: "\(d).\(m).\(day.year)"
        case 7: "\(d)-\(m)-\(day.year) 0:00"
        default: "\(d)/\(m)/\(day.year)"
        }
    }

    private func marital(_ person: OfficePerson) -> String {
        let words = ["B": ["B", "BELUM KAWIN", "1"], "S": ["S", "KAWIN", "2"], "P": ["P", "CERAI MATI", "3"]]
        return words[person.marital]?[codes] ?? person.marital
    }

    private func sex(_ person: OfficePerson) -> String {
        let words = ["L": ["L", "LAKI-LAKI", "1"], "P": ["P", "Perempuan", "2"]]
        return words[person.sex]?[codes] ?? person.sex
    }
}
