import Diagnostics
import Testing

@testable import Readiness

@Suite struct ChangedListTests {
    @Test func aListThatChangesMeanwhileIsNamed() {
        let finding = CheckInputs.changed("dp4.csv")
        #expect(
            finding.rendered(in: .indonesian)
                == "dp4.csv: berkas ini berubah selagi dibaca; tutup program yang menulisnya lalu ulangi")
        #expect(
            finding.rendered(in: .english)
                == "dp4.csv: this file changed while it was being read; close what writes it and run again")
    }
}
