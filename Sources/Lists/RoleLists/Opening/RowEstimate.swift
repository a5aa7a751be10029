import Columns
public import Tabular

/// About how many rows a list has, from the line ends in a few windows spread over it.
public enum RowEstimate {
    public static func rows(_ list: ListText) -> Int {
        let windows = 32
        let width = 16 << 10
        let length = list.file.size - list.firstOffset
        if length <= 0 { return 0 }
        var window = [UInt8](repeating: 0, count: width)
        var bytes = 0
        var lines = 0
        for number in 0..<windows {
            let offset = list.firstOffset + length / windows * number
            guard let got = try? list.file.read(at: offset, count: min(width, list.file.size - offset), into: &window)
            else {
                continue
            }
            bytes += got
            for byte in window[..<got] where byte == list.grammar.newline { lines += 1 }
        }
        if bytes == 0 { return 0 }
        return Int(Double(length) / Double(bytes) * Double(lines + 1)) + 64
    }
}
