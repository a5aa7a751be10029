internal import Columns
internal import Diagnostics

/// The job file beside the lists: the same options as on the command line, paths from the job file's folder.
struct SampleJob {
    static let name = "periksa.json5"

    let plan: Sample.Plan
    /// Role and its files.
    let lists: [(role: String, files: [String])]

    func write(to folder: RunDirectory) throws(Failure) -> String {
        var day: [UInt8] = []
        SampleBytes.append(day: plan.asOf, as: .iso, to: &day)
        var text = """
            // Made by `siappilih sample --people \(plan.people) --seed \(plan.seed)`. Everyone in these lists is made up.
            {
              election: '\(plan.election)',
              as_of: '\(String(decoding: day, as: UTF8.self))',

            """
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
        _ = try folder.write(Self.name, Array(text.utf8))
        return Self.name
    }
}
