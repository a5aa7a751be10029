import Diagnostics
import Documents
import Testing

@testable import RunFolder

/// What documents and tables are called where they cannot be read.
@Suite struct DocumentTitleTests {
    @Test func aManifestOfAnotherSchemaIsRefusedByName() throws {
        let failure = #expect(throws: Failure.self) {
            try DerivedManifest(name: "manifest.json", bytes: Array("{ schema: 99 }".utf8))
        }
        #expect(
            failure?.findings.first?.message
                == Bilingual(
                    id: "schema: manifes folder turunan bentuk 99; program ini membaca bentuk 1",
                    en: "schema: the manifest of a folder made from runs of schema 99; this program reads schema 1"))
        #expect(DerivedManifest.remedy == Bilingual(id: "buat folder itu lagi", en: "make the folder again"))
    }

    @Test func aRowThatDoesNotEndIsRefused() {
        #expect(RunRows.tooLong == Bilingual(id: "baris terlalu panjang", en: "the row is too long"))
    }
}
