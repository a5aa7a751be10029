import Columns
public import Diagnostics
import Documents
import Files
import FoundationEssentials
import RoleLists

/// A JSON5 file that holds options of `check` under the names they have on the command line.
///
/// Lists are the path of a file, a folder or a pattern, `{ file, region, map }`, or several of these; options without a
/// value are `true` or `false`; a path counts from the job file's folder.
public struct JobFile: Sendable {
    /// As given; `-` is standard input.
    public let path: String
    let settings: [SettingsDocument.Setting]

    public init(path: String, bytes: [UInt8]) throws(Failure) {
        self.path = path
        settings = try SettingsDocument(name: path == "-" ? "stdin" : path, bytes: bytes).settings
        // Each key would be told of, and the nearest one sought for it.
        guard settings.count > Self.mostKeys else { return }
        throw Failure(
            .usage,
            Finding(
                code: "job_too_long",
                message: Bilingual(
                    id: "\(settings.count) kunci: berkas tugas mempunyai paling banyak \(Self.mostKeys)",
                    en: "\(settings.count) keys: a job file has \(Self.mostKeys) at most"),
                location: SourceLocation(file: path)))
    }

    /// Many more than there are options.
    private static let mostKeys = 1000

    /// Whether a word among others can only be a job file.
    public static func isName(_ word: String) -> Bool { word.hasSuffix(".json5") }

    /// The folder of the rules the job names, known before anything else is.
    public var rulesDirectory: String? {
        for setting in settings where setting.key == OptionSpec.rules.name {
            if case .text(let path) = setting.item.value { return resolve(path) }
        }
        return nil
    }

    /// The uses of options the job stands for; every unknown key and unfit value is reported.
    func uses(_ options: [OptionSpec]) throws(Failure) -> [OptionUse] {
        var uses: [OptionUse] = []
        var findings: [Finding] = []
        for setting in settings {
            // JSON5 keys need no quotes if they are written with `_`.
            let name = String(setting.key.map { $0 == "_" ? "-" : $0 })
            guard let option = options.first(where: { $0.name == name && $0.isSetting }) else {
                findings.append(Self.unknown(setting, options))
                continue
            }
            var reading = JobReading(job: self, option: option)
            reading.read(setting.item)
            uses += reading.uses
            findings += reading.findings
        }
        if !findings.isEmpty { throw Failure(.usage, findings) }
        // A region, and a map that is no list's own, counts for every list of the job, wherever it stands.
        let common = Set(options.filter(\.qualifiesLists).map(\.name))
        return uses.filter { common.contains($0.name) } + uses.filter { !common.contains($0.name) }
    }

    /// The path as seen from the working folder.
    func resolve(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = self.path.lastIndex(of: "/") else { return path }
        return String(self.path[...slash]) + path
    }

    private static func unknown(_ setting: SettingsDocument.Setting, _ options: [OptionSpec]) -> Finding {
        let names = options.filter(\.isSetting).map(\.name)
        return setting.finding(
            "unknown_setting",
            Bilingual(id: "kunci '\(setting.key)' tidak dikenal", en: "unknown key '\(setting.key)'"),
            remedy: NearMiss.suggestion(for: setting.key, among: names).map {
                Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
            })
    }
}

/// One use of an option, wherever it came from.
struct OptionUse: Equatable {
    var name: String
    var value: String?
    /// A list's own region and column map, which only a job file can give.
    var region: String?
    var map: String?
    /// Whether it is a further name after the same option of a command line.
    var isFurther = false
}

/// Reads the value of one key of a job file.
private struct JobReading {
    let job: JobFile
    let option: OptionSpec
    var uses: [OptionUse] = []
    var findings: [Finding] = []

    private var isList: Bool { option.isList }

    mutating func read(_ item: SettingsDocument.Item, isElement: Bool = false) {
        switch item.value {
        case .truth(let truth) where !option.takesValue:
            if truth { uses.append(OptionUse(name: option.name)) }
        case .text(let text) where option.takesValue: add(text, item)
        case .number(let text) where option.takesValue && !isList: add(text, item)
        case .list(let items) where option.isRepeatable && !isElement:
            for item in items { read(item, isElement: true) }
        case .settings(let members) where isList: readList(members, item)
        case .null: break
        default:
            findings.append(
                item.finding("unfit_value", Bilingual(id: "nilai tidak cocok", en: "unfit value"), remedy: expected))
        }
    }

    private mutating func add(_ text: String, _ item: SettingsDocument.Item, region: String? = nil, map: String? = nil)
    {
        guard !text.isEmpty, !text.utf8.contains(0) else {
            findings.append(
                item.finding("unfit_value", Bilingual(id: "nilai kosong", en: "empty value"), remedy: expected))
            return
        }
        uses.append(OptionUse(name: option.name, value: path(text), region: region, map: map.map(job.resolve)))
    }

    private func path(_ text: String) -> String {
        if option.argument == .listOfRole, let equals = text.firstIndex(of: "=") {
            return text[...equals] + job.resolve(String(text[text.index(after: equals)...]))
        }
        return isList || option.argument?.isPath == true ? job.resolve(text) : text
    }

    private mutating func readList(_ members: [SettingsDocument.Setting], _ item: SettingsDocument.Item) {
        var file: String?
        var region: String?
        var map: String?
        for member in members {
            switch (member.key, member.item.value) {
            case ("file", .text(let text)): file = text
            case ("region", .text(let text)): region = text
            case ("map", .text(let text)) where !text.isEmpty: map = text
            case ("file", _), ("region", _), ("map", _):
                findings.append(
                    member.item.finding("unfit_value", Bilingual(id: "harus teks", en: "expected a text")))
            default:
                findings.append(
                    member.finding(
                        "unknown_setting",
                        Bilingual(id: "kunci '\(member.key)' tidak dikenal", en: "unknown key '\(member.key)'"),
                        remedy: expected))
            }
        }
        guard let file else {
            findings.append(
                item.finding("missing_file", Bilingual(id: "tanpa 'file'", en: "without 'file'"), remedy: expected))
            return
        }
        add(file, item, region: region, map: map)
    }

    private var expected: Bilingual {
        if isList {
            return Bilingual(
                id: "tulis 'F', { file: 'F', region: 'KODE', map: 'F' }, atau beberapa dalam [ ]",
                en: "write 'F', { file: 'F', region: 'CODE', map: 'F' }, or several within [ ]")
        }
        guard option.takesValue else { return Bilingual(id: "tulis true atau false", en: "write true or false") }
        return Bilingual(id: "tulis satu teks", en: "write one text")
    }
}

extension JobFile {
    /// A longer job file is none.
    private static let longest = 4 << 20

    /// Reads a job file, or standard input for `-`.
    public init(reading path: String) throws(Failure) {
        if path == "-" {
            let bytes = try? StandardStream.input.read(upTo: Self.longest)
            self = try JobFile(path: path, bytes: bytes ?? [])
            return
        }
        let status: FileStatus?
        do { status = try Directories.status(of: path) } catch { throw Self.unreadable(path, error.reason) }
        guard let status else { throw Self.unreadable(path, FileError(.open, path: path, number: 2).reason) }
        guard status.kind == .regular, status.bytes <= Self.longest,
            let data = FileManager.default.contents(atPath: path)
        else {
            throw Self.unreadable(path, Bilingual(id: "bukan berkas yang dapat dibaca", en: "no file that can be read"))
        }
        let bytes = Array(data)
        // A list where the job file stands is the likeliest slip.
        if !bytes.contains(UInt8(ascii: "{")) {
            throw Failure(
                .usage,
                Finding(
                    code: "no_job_file",
                    message: Bilingual(id: "ini bukan berkas tugas JSON5", en: "this is no JSON5 job file"),
                    remedy: Bilingual(
                        id: "daftar disebut dengan opsinya, misalnya --population F",
                        en: "lists are named by their options, such as --population F"),
                    location: SourceLocation(file: path)))
        }
        self = try JobFile(path: path, bytes: bytes)
    }

    private static func unreadable(_ path: String, _ reason: Bilingual) -> Failure {
        Failure(
            .input,
            Finding(
                code: "job_unreadable",
                message: Bilingual(
                    id: "berkas tugas tidak dapat dibaca: \(reason.indonesian)",
                    en: "the job file cannot be read: \(reason.english)"), location: SourceLocation(file: path)))
    }
}
