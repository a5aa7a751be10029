/// The folders of one or two sets of lists, each with its `/`: named by the day of the lists where there are two.
struct SampleSets {
    /// Empty for the only set, which stands in the sample's own folder.
    let first: String
    let later: String?
}
