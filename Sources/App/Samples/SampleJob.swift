import Diagnostics
import Files
import Schema

/// The job file beside the lists: the same options as on the command line, paths from the job file's folder.
struct SampleJob {
    static let name = "periksa.json5"

    let plan: Sample.Plan
    /// Role and its files.
    let lists: [(role: String, files: [String])]
    /// The day of the lists.
    let asOf: Int
    /// The folder of the set, with its `/`; empty for the only one.
    var folderName = ""

    func write(to folder: RunDirectory) throws(Failure) -> String {
        var day: [UInt8] = []
        SampleBytes.append(day: asOf, as: .iso, to: &day)
        var text = """
            // Made by `siappilih sample --people \(plan.people) --seed \(plan.seed)\(furtherOptions)`. Everyone in these lists is made up.
            {
              election: '\(plan.election)',
              as_of: '\(String(decoding: day, as: UTF8.self))',

            """
        // Runs are compared person by person.
        if plan.months > 0 { text += "  persons: true,\n" }
        for (role, files) in lists {
            guard let option = plan.schema.role(role)?.option else { continue }
            // JSON5 keys need no quotes when they are written with `_`.
            let key = String(option.map { $0 == "-" ? "_" : $0 })
            text += "  \(key): ["
            text +=
                files.count == 1
                ? files.map { "'\($0)'" }.joined() + "],\n"
                : "\n" + files.map { "    '\($0)',\n" }.joined() + "  ],\n"
        }
        text += "}\n"
        _ = try folder.write(folderName + Self.name, Array(text.utf8))
        return folderName + Self.name
    }

    private var furtherOptions: String {
        (plan.months > 0 ? " --months \(plan.months)" : "") + (plan.excel ? " --excel" : "")
    }
}
