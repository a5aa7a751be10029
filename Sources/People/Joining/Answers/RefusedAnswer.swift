public import Diagnostics

/// An answer that counts for nobody, and why.
public struct RefusedAnswer: Sendable, Equatable {
    public enum Cause: Sendable, Equatable {
        /// The cell is no list and row.
        case unreadable
        /// No population list that was given has the name.
        case unknownList
        /// The list has no such row of somebody.
        case noSuchRow(list: String, row: Int)
        /// The row holds another name or another NIK than stand beside the answer.
        case otherPerson(list: String, row: Int)
    }

    /// Number of the list it stands on, and its row there.
    public var list: Int
    public var row: Int
    /// Letters of the column that says of which row it speaks.
    public var column: String
    public var cause: Cause

    /// As `rejected.csv` names it.
    public var code: String {
        switch cause {
        case .unreadable: "answer_without_row"
        case .unknownList: "answer_unknown_list"
        case .noSuchRow: "answer_no_such_row"
        case .otherPerson: "answer_other_person"
        }
    }

    /// What is wrong, and how to mend it.
    public var message: Bilingual {
        switch cause {
        case .unreadable:
            Bilingual(
                id:
                    "sel ini tidak menyebut daftar dan baris (seperti dp4.csv:15); salin dari lembar yang dibuat outreach",
                en: "this cell names no list and row (such as dp4.csv:15); copy it from the sheet that outreach made")
        case .unknownList:
            Bilingual(
                id:
                    "daftar yang disebut sel ini tidak diberikan; berikan daftar penduduk yang sama, dengan nama berkas yang sama",
                en:
                    "the list that this cell names was not given; give the same population lists, under the same file names"
            )
        case .noSuchRow(let list, let row):
            Bilingual(
                id:
                    "\(list) baris \(row) tidak memuat siapa pun; buat daftar baru dengan outreach lalu pindahkan jawabannya",
                en: "\(list) row \(row) holds nobody; make new lists with outreach and carry the answer over")
        case .otherPerson(let list, let row):
            Bilingual(
                id:
                    "\(list) baris \(row) tidak lagi memuat nama dan NIK yang sama; buat daftar baru dengan outreach lalu pindahkan jawabannya",
                en:
                    "\(list) row \(row) no longer holds the same name and NIK; make new lists with outreach and carry the answer over"
            )
        }
    }
}
