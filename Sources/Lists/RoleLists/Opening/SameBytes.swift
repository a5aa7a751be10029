import Columns
import Diagnostics
import Schema

/// Files that are given twice: one list read as two makes every person of it a duplicate, or strikes out whom it names.
enum SameBytes {
    /// Refuses a file whose bytes another file of the same role has.
    ///
    /// Files of one size alone are read, and only as far as they are alike.
    static func refuse(_ inputs: [ListInput], _ schema: ListSchema) throws(Failure) {
        var findings: [Finding] = []
        var sizes: [String: [(size: Int, path: ListPath)]] = [:]
        for input in inputs {
            let path = ListPath(input.path)
            // What cannot be opened is told where it is.
            guard let file = try? InputFile(path: path.file) else { continue }
            let same = sizes[input.role, default: []].first { known in
                known.size == file.size && known.path.mayShare(with: path) && areSame(known.path.file, file)
            }
            if let same {
                findings.append(finding(input, same.path.file, schema))
            } else {
                sizes[input.role, default: []].append((file.size, path))
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    private static let piece = 1 << 20

    private static func areSame(_ path: String, _ other: InputFile) -> Bool {
        guard let file = try? InputFile(path: path) else { return false }
        var (left, right) = ([UInt8](repeating: 0, count: piece), [UInt8](repeating: 0, count: piece))
        var at = 0
        while at < file.size {
            let count = min(piece, file.size - at)
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
