import Columns
import Diagnostics
import Tabular
import Testing

@testable import RoleLists

/// What is said of a list that the operating system does not let the program read, or set aside.
@Suite struct ReadingRefusalTests {
    private func said(_ error: ListFileError) throws -> [String] {
        let failure = try ListReading.failure(error, "dp4.csv")
        return failure.findings.flatMap { [$0.rendered(in: .indonesian), $0.rendered(in: .english)] }
    }

    @Test func aListThatIsNotToBeRead() throws {
        #expect(
            try said(.unreadable(FileError(.open, path: "dp4.csv", number: 13))) == [
                "dp4.csv: daftar tidak dapat dibaca: tidak diizinkan; minta izin membacanya",
                "dp4.csv: the list cannot be read: permission denied; ask for permission to read it",
            ])
    }

    @Test func aListThatEndsTooEarly() throws {
        #expect(
            try said(.unreadable(.cutShort("dp4.csv"))) == [
                "dp4.csv: daftar tidak dapat dibaca: berkas berakhir sebelum waktunya (berubah selagi dibaca, "
                    + "atau penyimpanan rusak); ulangi dengan berkas yang utuh",
                "dp4.csv: the list cannot be read: the file ended too early (it changed while it was read, or the "
                    + "disk failed); try again with a whole file",
            ])
    }

    @Test func aWorkbookThatCannotBeSetAside() throws {
        #expect(
            try said(.unspooled(FileError(.write, path: "x", number: 28))) == [
                "dp4.csv: isi berkas ini tidak dapat disimpan sementara di folder hasil: ruang penyimpanan penuh; "
                    + "kosongkan ruang atau pilih folder lain",
                "dp4.csv: what this file holds cannot be set aside in the folder of the results: "
                    + "no space left on the disk; free some space or choose another folder",
            ])
    }
}
