import Diagnostics
import Testing

@testable import Joining

/// Why an answer counts for nobody: said with the row it names, and how to mend it; no name and no number of anybody.
@Suite struct RefusedAnswerTests {
    @Test(arguments: [
        (
            RefusedAnswer.Cause.unreadable, "answer_without_row",
            Bilingual(
                id:
                    "sel ini tidak menyebut daftar dan baris (seperti dp4.csv:15); salin dari lembar yang dibuat outreach",
                en: "this cell names no list and row (such as dp4.csv:15); copy it from the sheet that outreach made")
        ),
        (
            .unknownList, "answer_unknown_list",
            Bilingual(
                id:
                    "daftar yang disebut sel ini tidak diberikan; berikan daftar penduduk yang sama, dengan nama berkas yang sama",
                en:
                    "the list that this cell names was not given; give the same population lists, under the same file names"
            )
        ),
        (
            .noSuchRow(list: "dp4.csv", row: 15), "answer_no_such_row",
            Bilingual(
                id:
                    "dp4.csv baris 15 tidak memuat siapa pun; buat daftar baru dengan outreach lalu pindahkan jawabannya",
                en: "dp4.csv row 15 holds nobody; make new lists with outreach and carry the answer over")
        ),
        (
            .otherPerson(list: "dp4.csv", row: 15), "answer_other_person",
            Bilingual(
                id:
                    "dp4.csv baris 15 tidak lagi memuat nama dan NIK yang sama; buat daftar baru dengan outreach lalu pindahkan jawabannya",
                en:
                    "dp4.csv row 15 no longer holds the same name and NIK; make new lists with outreach and carry the answer over"
            )
        ),
    ])
    func eachCauseIsSaid(cause: RefusedAnswer.Cause, code: String, message: Bilingual) {
        let answer = RefusedAnswer(list: 1, row: 2, column: "F", cause: cause)
        #expect(answer.code == code && answer.message == message)
    }
}
