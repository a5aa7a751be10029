/// Texts kept end to end, found by number: for pieces of lines that are written again and again.
public struct TextList: Sendable {
    /// The texts, then `slack` bytes that copying may read.
    var bytes = [UInt8](repeating: 0, count: slack)
    var ends: [Int] = [0]
    /// Bytes of the longest text.
    private(set) var longest = 0
    /// What copying a text in wide steps may read behind it.
    static let slack = 64

    public init() {}

    public var count: Int { ends.count - 1 }

    /// Adds a text; returns its number.
    @discardableResult
    public mutating func append(_ text: [UInt8]) -> Int {
        bytes.removeLast(Self.slack)
        bytes += text
        ends.append(bytes.count)
        bytes += [UInt8](repeating: 0, count: Self.slack)
        longest = max(longest, text.count)
        return count - 1
    }
}
