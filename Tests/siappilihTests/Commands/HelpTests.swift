import Diagnostics
import Foundation
import Testing

@testable import Options
@testable import siappilih

@Suite struct HelpTests {
    static let consoles = [
        Console(words: ["--lang", "en"], environment: [:]), Console(words: ["--lang", "id"], environment: [:]),
    ]

    @Test(arguments: consoles)
    func everyPageFitsAndLeadsWithExamples(console: Console) throws {
        for page in Commands.all.map({ Help.page($0, console) }) + [Help.overview(console)] {
            for line in page.split(separator: "\n") { #expect(line.count <= Help.width, "\(line)") }
        }
        for command in Commands.all {
            let page = Help.page(command, console)
            let example = try #require(page.range(of: command.examples[0].line))
            let option = try #require(page.range(of: "--help"))
            #expect(example.lowerBound < option.lowerBound)
        }
    }

    /// Every option has words of its own in both languages.
    @Test func everyOptionIsExplainedInBothLanguages() {
        for command in Commands.all {
            for option in command.options(nil) + Command.terminalOptions {
                #expect(!option.help.indonesian.isEmpty && !option.help.english.isEmpty, "\(option.name)")
            }
            #expect(command.does.indonesian != command.does.english)
        }
    }

    @Test func optionsOfACommandAreNamedOnce() throws {
        let rules = try RuleAccess(directory: Shipped.rules)
        for command in Commands.all {
            let names = (command.options(rules) + Command.terminalOptions).map(\.name)
            #expect(Set(names).count == names.count, "\(command.name)")
        }
    }

    @Test func overview() {
        #expect(
            Help.overview(Self.consoles[1]).hasPrefix(
                """
                SiapPilih: siapa yang akan bisa memilih, dan apa yang masih kurang.

                Contoh
                  siappilih check periksa.json5 --out hasil
                      seperti tertulis di berkas tugas; opsi di baris perintah didahulukan
                """))
    }
}

/// What ships with the program.
enum Shipped {
    /// `rules/` of this package.
    static let rules: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent("rules").path
    }()
}
