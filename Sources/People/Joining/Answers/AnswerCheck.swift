import Civil
import Columns
import Linkage
import RoleLists
import Tabular

/// One thread's look at whether rows of the population lists still hold the people of whom answers speak: the same name,
/// and the same NIK as far as it was shown.
struct AnswerCheck: Sendable {
    /// What was found of the answers.
    struct Found: Sendable {
        /// Places of answers whose row holds somebody, and of those whose row holds the same person.
        var met: [Int] = []
        var held: [Int] = []
        /// NIKs that can be used, of people whom an answer confirms, and the digests of their names.
        var confirmedNIKs: [(nik: UInt64, name: UInt64)] = []

        mutating func add(_ other: Found) {
            met += other.met
            held += other.held
            confirmedNIKs += other.confirmedNIKs
        }
    }

    private let given: GivenAnswers
    private let apostrophes: Apostrophes
    private let name: String?
    private(set) var found = Found()

    /// - Parameter name: the column that names people.
    init(_ given: GivenAnswers, name: String?, _ apostrophes: Apostrophes) {
        self.given = given
        self.name = name
        self.apostrophes = apostrophes
    }

    /// Looks at the rows of a block of the population list at `place`; `niks` are its rows' usable NIKs, 0 = none.
    mutating func look(_ block: borrowing Block, _ list: OpenList, at place: Int, niks: [UInt64]) {
        if block.rows == 0 { return }
        let last = block.rowNumber(block.rows - 1)
        for answer in given.places(ofList: place, rows: block.rowNumber(0)...last) {
            guard let row = block.row(numbered: RowAnswers.row(of: given.answers[answer].person)) else { continue }
            found.met.append(answer)
            let cell = name.flatMap { list.cell($0) }.map { block.cellText(row, $0, of: list.text) } ?? []
            guard RowNames.digest(cell, apostrophes) == given.answers[answer].name,
                WrittenNIK.shows(given.answers[answer].nik, block.cellText(row, list.text.keyColumn, of: list.text))
            else { continue }
            found.held.append(answer)
            if given.answers[answer].confirms, niks[row] != 0 {
                found.confirmedNIKs.append((niks[row], max(given.answers[answer].name, 1)))
            }
        }
    }
}
