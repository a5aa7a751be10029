import Columns
public import Diagnostics
public import RoleLists

/// The files that the names given for lists stand for: a folder is every list in it, a pattern all that fits it.
public struct ListNames {
    public private(set) var lists: [ListInput] = []
    /// What was passed over.
    public private(set) var notes: [Finding] = []
    private var refused: [Finding] = []

    /// - Throws: where a name stands for no list at all.
    public init(_ given: [ListInput]) throws(Failure) {
        for input in given {
            if Self.kind(input.path) == nil, Self.kind(ListPath(input.path).file) == nil,
                NamePattern.isPattern(input.path)
            {
                let paths = NameExpansion.paths(input.path)
                if paths.isEmpty { refused.append(Self.nothingFits(input.path)) }
                for path in paths { take(path, input) }
            } else {
                take(input.path, input)
            }
        }
        for role in Set(given.map(\.role)) where refused.isEmpty && !lists.contains(where: { $0.role == role }) {
            // Only what was passed over was given.
            refused += notes
        }
        if !refused.isEmpty {
            throw Failure(
                .input,
                refused.map { finding in
                    var finding = finding
                    finding.severity = .error
                    return finding
                })
        }
    }

    /// Takes a file as it is given, or the lists of a folder.
    private mutating func take(_ path: String, _ input: ListInput) {
        if Self.kind(path) == .directory {
            takeFolder(path, input)
        } else if ListFileName(Self.name(path)) == .lock {
            notes.append(PassedOver.lock(path))
        } else {
            add(path, input)
        }
    }

    private mutating func add(_ path: String, _ input: ListInput) {
        var list = input
        list.path = path
        lists.append(list)
    }

    private mutating func takeFolder(_ folder: String, _ input: ListInput) {
        let content: FolderContent
        do { content = try FolderContent(folder) } catch {
            refused.append(PassedOver.unreadable(folder, error))
            return
        }
        for path in content.lists { add(path, input) }
        let passed =
            content.locks.map(PassedOver.lock) + [PassedOver.others(content.others, in: folder)].compactMap { $0 }
        if content.lists.isEmpty {
            refused.append(PassedOver.noList(folder))
            refused += passed
        } else {
            notes += passed
        }
    }

    private static func kind(_ path: String) -> FileStatus.Kind? { (try? Directories.status(of: path))?.kind }

    static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private static func nothingFits(_ pattern: String) -> Finding {
        Finding(
            code: "nothing_fits",
            message: Bilingual(
                id: "tidak ada berkas yang cocok dengan pola ini", en: "there is no file that fits this pattern"),
            remedy: Bilingual(id: "periksa nama dan foldernya", en: "check its name and folder"),
            location: SourceLocation(file: pattern))
    }
}
