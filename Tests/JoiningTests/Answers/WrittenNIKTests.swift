import Testing

@testable import Joining

/// Whether a NIK as a field list shows it can be the one of a cell.
@Suite struct WrittenNIKTests {
    @Test(arguments: [
        ("1271901708900001", "1271901708900001", true), ("127190**********", "1271901708900001", true),
        ("127190******0001", "1271901708900001", true), ("127191**********", "1271901708900001", false),
        ("1271.9017.0890.0001", "1271901708900001", true), ("'1271901708900001", "1271901708900001", true),
        ("127190*********", "1271901708900001", false), ("", "", true), ("", "1271901708900001", false),
        ("********", "1,27E+15", true), ("1,27E+15", "1,27E+15", true), ("1,27E+16", "1,27E+15", false),
        // A trailing blank was hidden with the rest.
        ("127190***********", "1271901708900001 ", true), ("****", "ñandú", false), ("*****", "ñandú", true),
    ])
    func hiddenDigitsSayNothing(shown: String, cell: String, fits: Bool) {
        #expect(WrittenNIK.shows(Array(shown.utf8), Array(cell.utf8)) == fits)
    }

    @Test(arguments: [
        ("dp4.csv:15", "dp4.csv", 15), ("dp4.xlsx#TPS 1:2", "dp4.xlsx#TPS 1", 2), ("a:b.csv: 7 ", "a:b.csv", 7),
        (" dp4.csv~2:1", "dp4.csv~2", 1),
    ])
    func aCellNamesAListAndARow(text: String, list: String, row: Int) {
        #expect(AnswerOrigin(text) == AnswerOrigin(list: list, row: row))
    }

    @Test(arguments: [
        "", "dp4.csv", "dp4.csv:", ":15", "dp4.csv:0", "dp4.csv:x", "dp4.csv:-1", "dp4.csv:1234567890123",
    ])
    func anythingElseNamesNone(text: String) { #expect(AnswerOrigin(text) == nil) }
}
