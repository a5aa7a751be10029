import Columns

/// The path of a list as the user gives it: a file, or one sheet of a workbook as `FILE#SHEET`.
public struct ListPath {
    public let file: String
    /// nil = all of the file.
    let sheet: String?

    /// A file whose own name has a `#` is that file.
    public init(_ path: String) {
        var file = path
        var sheet: String?
        if let mark = path.firstIndex(of: "#"), !Self.stands(path) {
            var place: String.Index? = mark
            while let at = place {
                if Self.stands(String(path[..<at])) {
                    file = String(path[..<at])
                    sheet = String(path[path.index(after: at)...])
                    break
                }
                place = path[path.index(after: at)...].firstIndex(of: "#")
            }
        }
        self.file = file
        self.sheet = sheet
    }

    private static func stands(_ path: String) -> Bool {
        guard let status = try? Directories.status(of: path) else { return false }
        return status.kind == .regular
    }
}
