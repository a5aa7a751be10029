import Columns
import Diagnostics
import Glibc
import Testing

@testable import RoleLists

/// What is said of a list that cannot be read.
@Suite struct UnreadableTests {
    @Test func aListThatChangesMeanwhile() {
        let failure = ListReading.unreadable(FileError(.read, path: "dp4.csv", number: ESTALE), "dp4.csv")
        #expect(
            failure.findings.map { $0.rendered(in: .indonesian) } == [
                "dp4.csv: daftar tidak dapat dibaca: berkas berubah selagi dibaca; ulangi bila tidak ada lagi yang mengubahnya"
            ])
        #expect(
            failure.findings.map { $0.rendered(in: .english) } == [
                "dp4.csv: the list cannot be read: the file changed while it was read; try again once nobody changes it"
            ])
    }
}
