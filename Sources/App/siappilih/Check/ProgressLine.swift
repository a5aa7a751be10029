import Diagnostics
import Workers

/// What the progress bar says: how far, bytes of lists read, people decided, time left.
enum ProgressLine {
    /// At most 79 characters for lists of a country.
    ///
    /// - Parameter seconds: since the work began.
    static func text(_ state: RunProgress.State, seconds: Double, _ language: Language, blocks: Bool) -> String {
        let words = Bilingual(id: "Memeriksa", en: "Checking").text(in: language)
        guard state.allWork > 0 else { return "\(words) …" }
        let done = min(state.work, state.allWork)
        let bar = TextLayout.left(Figures.bar(done, of: state.allWork, width: 10, blocks: blocks), 10)
        var parts = ["\(words) \(bar) \(Figures.share(done, of: state.allWork, language))"]
        parts.append(bytes(min(state.bytes, state.allBytes), of: state.allBytes, language))
        if state.people > 0 {
            parts.append(
                "\(Figures.count(state.people, language)) " + Bilingual(id: "orang", en: "people").text(in: language))
        }
        if done == state.allWork {
            parts.append(Bilingual(id: "menulis …", en: "writing …").text(in: language))
        } else if seconds >= 2, done * 100 > state.allWork {
            let left = clock(seconds * Double(state.allWork - done) / Double(done))
            parts.append(Bilingual(id: "sisa \(left)", en: "\(left) left").text(in: language))
        }
        return parts.joined(separator: "  ")
    }

    /// `1,9/3,0 GB`, or `412/1.380 MB` below a gigabyte.
    private static func bytes(_ done: Int, of all: Int, _ language: Language) -> String {
        if all < 1_000_000_000 {
            return
                "\(Figures.count(done / 1_000_000, language))/\(Figures.count((all + 999_999) / 1_000_000, language)) MB"
        }
        func gigabytes(_ bytes: Int) -> String {
            let tenths = bytes / 100_000_000
            return "\(Figures.count(tenths / 10, language))\(language == .indonesian ? "," : ".")\(tenths % 10)"
        }
        return "\(gigabytes(done))/\(gigabytes(all)) GB"
    }

    /// `0:07`, `12:30`, `1:02:33`.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 359_999)) + 1
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}
