/// Somebody who does not exist: a row of a population list.
public struct MadeUpPerson: Sendable {
    public var nkk: String
    public var nik: String
    public var name: String
    /// `DD|MM|YYYY`
    public var birthDate: String
    public var maritalStatus = "B"
    public var sex: String
    /// Digits of the region, in any length.
    public var region: String
    public var tps: String

    /// - Parameters:
    ///   - number: 1...9999, another for everybody.
    ///   - regency: the four digits that the NIK and the region begin with.
    public init(_ number: Int, regency: String = "1271") {
        let isWoman = number.isMultiple(of: 2)
        let (day, month, year) = (1 + number % 28, 1 + number % 12, 50 + number % 40)
        func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let district = digits(90 + number % 3, 2)
        let since = digits(month, 2) + digits(year, 2)
        nkk = regency + district + digits(day, 2) + since + "9001"
        nik = regency + district + digits(day + (isWoman ? 40 : 0), 2) + since + digits(number, 4)
        name = "WARGA \(Self.letters(number))"
        birthDate = "\(digits(day, 2))|\(digits(month, 2))|19\(year)"
        sex = isWoman ? "P" : "L"
        region = regency + district + "1001"
        tps = digits(1 + number % 4, 3)
    }

    /// A number in letters, so that a name is one of letters alone.
    private static func letters(_ number: Int) -> String {
        let letter = Unicode.Scalar(UInt8(65 + number % 26))
        return (number < 26 ? "" : letters(number / 26)) + String(letter)
    }

    public static let headings = [
        "NKK", "NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS PERKAWINAN", "JENIS KELAMIN", "ALAMAT", "RT",
        "RW", "KODE DESA", "TPS",
    ]

    public var cells: [String] {
        [
            nkk, nik, name, "MEDAN", birthDate, maritalStatus, sex, "JL. MELATI", "001",
            "002", region, tps,
        ]
    }
}

extension Sequence<MadeUpPerson> {
    /// As a population list, LF at the end of every line.
    public var populationList: String {
        ([MadeUpPerson.headings] + map(\.cells)).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// A list of recordings of those for whom `status` has a word, all made on one day.
    public func recordings(_ status: (Int, MadeUpPerson) -> String?) -> String {
        enumerated().compactMap { number, person in status(number, person).map { "\(person.nik),\($0),01/02/2017\n" } }
            .reduce("NIK,STATUS,TANGGAL_REKAM\n", +)
    }
}
