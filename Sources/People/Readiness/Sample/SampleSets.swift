/// The folders of one or two sets of lists, each with its `/`: named by the day of the lists where there are two.
struct SampleSets {
    /// Empty for the only set, which stands in the sample's own folder.
    let first: String
    let later: String?

    init(_ plan: Sample.Plan) {
        guard plan.months > 0 else {
            first = ""
            later = nil
            return
        }
        first = Self.folder(plan.asOf)
        later = Self.folder(plan.lastDay)
    }

    private static func folder(_ day: Int) -> String {
        var text: [UInt8] = []
        SampleBytes.append(day: day, as: .iso, to: &text)
        return String(decoding: text, as: UTF8.self) + "/"
    }
}
