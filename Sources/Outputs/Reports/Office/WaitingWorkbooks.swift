import Columns
import Diagnostics
import Files
import ReportData
import RunFolder

/// Workbooks of people that wait to be written side by side. Few wait at a time, so that memory does not grow with the
/// run.
struct WaitingWorkbooks {
    /// Writes people of one region into a workbook at a place; `scratch` is where it may put things aside.
    typealias Write =
        @Sendable (_ people: PersonRows, _ region: String, _ place: String, _ scratch: String) throws(FileError) ->
        OutputFile.Written

    /// People in one workbook at most: more is no longer a file for an old computer.
    static let mostPeople = 20_000
    /// Workbooks, and about how many people, that wait together.
    private static let most = (books: 64, people: 40_000)

    private let directory: RunDirectory
    private let threads: Int
    private let write: Write
    private var waiting: [(name: String, region: String, people: PersonRows)] = []
    private var people = 0
    private var parts: [String: Int] = [:]
    /// Of the workbooks written, in the order in which they were added.
    private(set) var outputs: [OutputReport] = []

    init(in directory: RunDirectory, threads: Int, write: @escaping Write) {
        self.directory = directory
        self.threads = threads
        self.write = write
    }

    /// - Parameter name: without its ending; further workbooks of the name are numbered from `-2` on.
    mutating func add(_ people: PersonRows, region: String, named name: String) throws(Failure) {
        let number = (parts[name] ?? 0) + 1
        parts[name] = number
        waiting.append((number == 1 ? "\(name).xlsx" : "\(name)-\(number).xlsx", region, people))
        self.people += people.count
        if waiting.count >= Self.most.books || self.people >= Self.most.people { try writeAll() }
    }

    /// Writes what still waits.
    mutating func writeAll() throws(Failure) {
        let (waiting, write, scratch) = (waiting, write, directory.scratch)
        let names = waiting.map(\.name)
        let written = try directory.makeAbreast(names, threads: threads) { (number, place) throws(FileError) in
            try write(waiting[number].people, waiting[number].region, place, scratch)
        }
        for (name, book) in zip(names, written) { outputs.append(directory.adopt(name, book)) }
        self.waiting = []
        people = 0
    }
}
