import Diagnostics
import Testing

@testable import Workers
@testable import siappilih

@Suite struct ProgressLineTests {
    private func state(_ share: Double, bytes: Int, people: Int = 0) -> RunProgress.State {
        var state = RunProgress.State()
        state.allBytes = bytes
        state.bytes = Int(Double(bytes) * share)
        state.allWork = bytes * 3
        state.work = Int(Double(bytes * 3) * share)
        state.people = people
        return state
    }

    @Test(
        arguments: [
            (0.0, 3_200_000_000, 0, 0.5, "Checking            0.0%  0.0/3.2 GB"),
            (0.25, 3_200_000_000, 0, 1.0, "Checking ###        25.0%  0.8/3.2 GB"),
            (0.25, 3_200_000_000, 0, 3.0, "Checking ###        25.0%  0.8/3.2 GB  0:10 left"),
            (
                0.75, 3_200_000_000, 6_300_000, 9.0,
                "Checking ########   75.0%  2.4/3.2 GB  6,300,000 people  0:04 left"
            ),
            (0.5, 412_000_000, 9, 150.0, "Checking #####      50.0%  206/412 MB  9 people  2:31 left"),
            (
                0.5, 81_000_000_000, 98_250_000, 3700.0,
                "Checking #####      50.0%  40.5/81.0 GB  98,250,000 people  1:01:41 left"
            ),
            (1.0, 1_000_000, 700, 3.0, "Checking ########## 100.0%  1/1 MB  700 people  writing …"),
        ] as [(Double, Int, Int, Double, String)])
    func sharesBytesPeopleAndTime(share: Double, bytes: Int, people: Int, seconds: Double, expected: String) {
        #expect(
            ProgressLine.text(state(share, bytes: bytes, people: people), seconds: seconds, .english, blocks: false)
                == expected)
    }

    @Test func inIndonesian() {
        #expect(
            ProgressLine.text(state(0.5, bytes: 3_000_000_000, people: 1234), seconds: 60, .indonesian, blocks: true)
                == "Memeriksa █████      50,0 %  1,5/3,0 GB  1.234 orang  sisa 1:01")
        #expect(
            ProgressLine.text(state(1, bytes: 1_000_000, people: 700), seconds: 3, .indonesian, blocks: true)
                == "Memeriksa ██████████ 100,0 %  1/1 MB  700 orang  menulis …")
        #expect(
            ProgressLine.text(RunProgress.State(), seconds: 0, .indonesian, blocks: true) == "Memeriksa …")
    }

    /// A line that is too long for a terminal would not be drawn over but below itself.
    @Test(arguments: [Language.indonesian, .english]) func theCountryFitsOnALine(language: Language) {
        let state = state(0.999, bytes: 98_765_000_000, people: 196_545_636)
        #expect(ProgressLine.text(state, seconds: 359_999, language, blocks: true).count <= 79)
        #expect(ProgressLine.text(state, seconds: 35_000_000, language, blocks: true).count <= 79)
    }
}
