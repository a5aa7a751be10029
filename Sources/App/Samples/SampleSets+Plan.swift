extension SampleSets {
    init(_ plan: Sample.Plan) {
        guard plan.months > 0 else {
            self.init(first: "", later: nil)
            return
        }
        self.init(first: Self.folder(plan.asOf), later: Self.folder(plan.lastDay))
    }

    private static func folder(_ day: Int) -> String {
        var text: [UInt8] = []
        SampleBytes.append(day: day, as: .iso, to: &text)
        return String(decoding: text, as: UTF8.self) + "/"
    }
}
