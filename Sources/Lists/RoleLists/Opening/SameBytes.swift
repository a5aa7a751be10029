import Columns
import Diagnostics
import Schema

/// Files that are given twice: one list read as two makes every person of it a duplicate, or strikes out whom it names.
enum SameBytes {
    /// Files of one role and size: only such can have the same bytes.
    private struct Kind: Hashable {
        var role: String
        var bytes: Int
    }

    /// Refuses a file whose bytes another file of the same role has.
    ///
    /// Files of one size alone are read: their ends first, and those with the same ends as far as they are alike.
    static func refuse(_ inputs: [ListInput], _ schema: ListSchema) throws(Failure) {
        var kinds: [Kind: Int] = [:]
        let sizes = inputs.map { input in
            // What cannot be opened is told where it is.
            (try? Directories.status(of: ListPath(input.path).file))??.bytes
        }
        for (input, bytes) in zip(inputs, sizes) {
            if let bytes { kinds[Kind(role: input.role, bytes: bytes), default: 0] += 1 }
        }
        var findings: [Finding] = []
        var known: [String: [ListPath]] = [:]
        var window = [UInt8](repeating: 0, count: piece)
        for (input, bytes) in zip(inputs, sizes) {
            guard let bytes, kinds[Kind(role: input.role, bytes: bytes), default: 0] > 1 else { continue }
            let path = ListPath(input.path)
            guard let file = try? InputFile(path: path.file), let ends = ends(of: file, &window) else { continue }
            let key = "\(input.role)\t\(bytes)\t\(ends)"
            let same = known[key, default: []].first { $0.mayShare(with: path) && areSame($0.file, file) }
            if let same {
                findings.append(finding(input, same.file, schema))
            } else {
                known[key, default: []].append(path)
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    private static let piece = 1 << 20
    private static let end = 1 << 16

    /// What stands for the first and the last bytes of a file.
    private static func ends(of file: InputFile, _ window: inout [UInt8]) -> UInt64? {
        var digest = TextDigest()
        for at in [0, max(0, file.size - end)] {
            guard let count = try? file.read(at: at, count: end, into: &window) else { return nil }
            digest.add(Array(window[..<count]))
            if file.size <= end { break }
        }
        return digest.value
    }

    private static func areSame(_ path: String, _ other: InputFile) -> Bool {
        guard let file = try? InputFile(path: path) else { return false }
        let size = max(1, min(piece, file.size))
        var (left, right) = ([UInt8](repeating: 0, count: size), [UInt8](repeating: 0, count: size))
        var at = 0
        while at < file.size {
            let count = min(size, file.size - at)
            guard let one = try? file.read(at: at, count: count, into: &left),
                let two = try? other.read(at: at, count: count, into: &right), one == count, two == count,
                left[..<count] == right[..<count]
            else { return false }
            at += count
        }
        return true
    }

    private static func finding(_ input: ListInput, _ first: String, _ schema: ListSchema) -> Finding {
        let option = schema.role(input.role)?.option ?? input.role
        return Finding(
            code: "same_bytes",
            message: Bilingual(
                id: "isinya sama persis dengan \(first), yang juga diberikan dengan --\(option)",
                en: "it holds the very bytes of \(first), which is given with --\(option) as well"),
            remedy: Bilingual(id: "berikan hanya satu di antaranya", en: "give only one of them"),
            location: SourceLocation(file: input.path))
    }
}

extension ListPath {
    /// Whether files of equal bytes hold a list twice: two sheets of one workbook are two lists.
    fileprivate func mayShare(with other: ListPath) -> Bool {
        guard let sheet, let second = other.sheet else { return true }
        return sheet == second
    }
}
