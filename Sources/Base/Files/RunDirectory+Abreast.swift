public import Columns
public import Diagnostics
import Workers

extension RunDirectory {
    /// Makes files of the run side by side. What they hold and their order do not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - names: of files that `adopt` takes over afterwards.
    ///   - make: writes the file with the number of its name at a place, on whatever thread is free.
    /// - Returns: what `make` gave, in the order of the names.
    /// - Throws: `.output` where a file cannot be written, `.interrupted` where the user stops the run.
    public func makeAbreast<Made: Sendable>(
        _ names: [String], threads: Int,
        _ make: @Sendable (_ number: Int, _ place: String) throws(FileError) -> Made
    ) throws(Failure) -> [Made] {
        let places = try names.map { (name) throws(Failure) in try place(for: name) }
        let (path, count) = (path, Counter())
        let made = try Workers.run(min(threads, names.count)) { () throws(Failure) in
            [(number: Int, made: Made)]()
        } _: { (made, stop) throws(Failure) in
            while let next = count.next(below: names.count) {
                if try stop.check() { return }
                do throws(FileError) {
                    made.append((next, try make(next, places[next])))
                } catch {
                    throw error.outputFailure(shown: "\(path)/\(names[next])")
                }
            }
        }
        return made.joined().sorted { $0.number < $1.number }.map(\.made)
    }
}
