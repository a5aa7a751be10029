import Diagnostics
import Testing

@Suite struct NearMissTests {
    @Test(arguments: [
        ("isued", "issued"), ("hlods", "holds"), ("ISSUED", "issued"), ("fail", "fails"), ("vote", "vote-2018"),
        ("pilkada-2081", "pilkada-2018"),
    ]) func findsWhatWasMeant(_ word: String, _ expected: String) {
        let words = ["issued", "holds", "fails", "vote-2018", "pilkada-2017", "pilkada-2018"]
        #expect(NearMiss.suggestion(for: word, among: words) == expected)
    }

    @Test(arguments: ["", "x", "something else", String(repeating: "a", count: 1000)]) func findsNothing(_ word: String)
    {
        #expect(NearMiss.suggestion(for: word, among: ["issued", "holds", ""]) == nil)
    }
}
