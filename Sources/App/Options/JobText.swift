public import Diagnostics
import Documents
public import RoleLists

extension CheckRequest {
    /// The job file that stands for this request, for somebody to look over and edit: JSON5 with comments.
    ///
    /// - Parameters:
    ///   - lists: those named one by one, and those of a folder.
    ///   - unplaced: files of the folder that are not among them, and why.
    ///   - path: where it will stand; paths count from its folder.
    public func jobText(_ lists: [ListInput], unplaced: [Finding], at path: String, _ language: Language) -> [UInt8] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        var text = """
            // Berkas tugas. Periksa, ubah, lalu pakai: siappilih check BERKAS-INI
            // Job file. Look it over, edit it, then use: siappilih check THIS-FILE
            {

            """
        // What replaces results is asked for each time.
        for option in table where option.isSetting && option.group != .lists && option.name != "force" {
            text += setting(option, folder)
        }
        for option in table where option.argument == .list {
            let own = lists.filter { $0.role == roles[option.name] }
            if own.isEmpty { continue }
            text += "  \(Self.key(option)): [\n"
            for list in own { text += "    \(Self.entry(list, folder)),\n" }
            text += "  ],\n"
        }
        for option in table
        where option.isSetting && !option.isList && option.group == .lists && option.name != "region" {
            text += setting(option, folder, without: lists.compactMap(\.map))
        }
        if !unplaced.isEmpty { text += "  // Tidak dipakai / not used:\n" }
        for finding in unplaced {
            let line = finding.rendered(in: language).split(whereSeparator: \.isNewline).joined(separator: " ")
            text += "  //   \(line)\n"
        }
        return Array((text + "}\n").utf8)
    }

    private func setting(_ option: OptionSpec, _ folder: String, without own: [String] = []) -> String {
        let values = uses.filter { $0.name == option.name }.compactMap(\.value).filter { !own.contains($0) }
        let written = values.map { value in
            Self.quoted(option.argument?.isPath == true ? PathFromFolder.of(value, from: folder) : value)
        }
        if !option.takesValue { return uses.has(option.name) ? "  \(Self.key(option)): true,\n" : "" }
        if option.isRepeatable, !written.isEmpty {
            return "  \(Self.key(option)): [\(written.joined(separator: ", "))],\n"
        }
        guard let last = written.last else {
            let isMissing = missing.contains { $0.code == "missing_\(option.name)" }
            return isMissing ? "  // \(Self.key(option)): '', // belum disebut / not given\n" : ""
        }
        return "  \(Self.key(option)): \(last),\n"
    }

    private static func entry(_ list: ListInput, _ folder: String) -> String {
        let file = quoted(PathFromFolder.of(list.path, from: folder))
        var more = ""
        if let region = list.region { more += ", region: \(quoted(region))" }
        if let map = list.map { more += ", map: \(quoted(PathFromFolder.of(map, from: folder)))" }
        return more.isEmpty ? file : "{ file: \(file)\(more) }"
    }

    /// JSON5 keys need no quotes if they are written with `_`.
    private static func key(_ option: OptionSpec) -> String { String(option.name.map { $0 == "-" ? "_" : $0 }) }

    private static func quoted(_ text: String) -> String {
        String(decoding: JSONText.string(text).bytes.dropLast(), as: UTF8.self)
    }
}
