#if DEBUG
    import Foundation
    import Testing

    @testable import Tabular
    @testable import siappilih

    /// A list that loses a row through a defect, made on purpose: the run stops with code 5, says the figures, and leaves
    /// nothing behind.
    @Suite struct LostRowTests {
        static let lists = [
            (
                "population", "penduduk.csv",
                "NIK,NAMA\n1204901708900001,Budi\n1204901708900002,Siti\n1204901708900003,Ani\n"
            ),
            ("recordings", "rekam.csv", "NIK,STATUS\n1204901708900001,SUDAH REKAM\n1,SUDAH REKAM\n"),
            ("suket", "suket.csv", "NIK,NOMOR\n1204901708900002,7\n"),
            ("deaths", "meninggal.csv", "NIK,TANGGAL\n1204901708900009,2017-01-05\n\n"),
        ]

        private func folder() throws -> String {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baris-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (_, name, text) in Self.lists {
                try Data(text.utf8).write(to: folder.appendingPathComponent(name))
            }
            return folder.path
        }

        /// A check of all lists in the folder.
        static func words(_ folder: String) -> [String] {
            [
                "check", "--rules", Shipped.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--quiet",
                "--lang", "en", "--persons", "--out", "\(folder)/hasil",
            ] + lists.flatMap { ["--\($0.0)", "\(folder)/\($0.1)"] }
        }

        private func expectLost(_ said: String, _ folder: String, _ errors: [UInt8]?) throws {
            let text = String(decoding: errors ?? [], as: UTF8.self)
            #expect(text.contains(said), "\(text)")
            #expect(!text.contains("1204901708900"), "\(text)")
            let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(left == Self.lists.map(\.1).sorted())
        }

        @Test func aLostPersonStopsTheRun() async throws {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let result = await #expect(processExitsWith: .exitCode(5), observing: [\.standardErrorContent]) {
                [folder = folder as String] in
                let words = LostRowTests.words(folder)
                let code = LostRows.ending.withValue("penduduk.csv") {
                    Commands.run(words, Console(words: words, environment: [:]))
                }
                exit(code)
            }
            try expectLost(
                "/penduduk.csv: 3 rows were read, but 2 decided + 0 rejected + 0 skipped = 2; nothing was published",
                folder, result?.standardErrorContent)
        }

        @Test func aLostRowOfARecordingsListStopsTheRun() async throws {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let result = await #expect(processExitsWith: .exitCode(5), observing: [\.standardErrorContent]) {
                [folder = folder as String] in
                let words = LostRowTests.words(folder)
                let code = LostRows.ending.withValue("rekam.csv") {
                    Commands.run(words, Console(words: words, environment: [:]))
                }
                exit(code)
            }
            try expectLost(
                "/rekam.csv: 2 rows were read, but 1 used + 0 left out + 0 rejected + 0 skipped = 1; nothing was published",
                folder, result?.standardErrorContent)
        }

        @Test func everyListThatLostARowIsSaid() async throws {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let result = await #expect(processExitsWith: .exitCode(5), observing: [\.standardErrorContent]) {
                [folder = folder as String] in
                let words = LostRowTests.words(folder)
                let code = LostRows.ending.withValue(".csv") {
                    Commands.run(words, Console(words: words, environment: [:]))
                }
                exit(code)
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            for (_, name, _) in Self.lists { #expect(text.contains("/\(name): "), "\(name): \(text)") }
            try expectLost("/suket.csv: 1 rows were read, but 0 used", folder, result?.standardErrorContent)
            try expectLost(
                "/meninggal.csv: 2 rows were read, but 0 used + 0 left out + 0 rejected + 1 skipped = 1", folder,
                result?.standardErrorContent)
        }

        /// Without the fault the same lists are decided: it is the lost row that stops the run.
        @Test func theSameListsAreDecidedOtherwise() async throws {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            await #expect(processExitsWith: .exitCode(0)) { [folder = folder as String] in
                let words = LostRowTests.words(folder)
                exit(Commands.run(words, Console(words: words, environment: [:])))
            }
            #expect(FileManager.default.fileExists(atPath: "\(folder)/hasil/summary.json"))
        }
    }
#endif
