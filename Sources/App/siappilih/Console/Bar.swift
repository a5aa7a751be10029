import Diagnostics

extension Figures {
    /// A bar of at most `width` characters for part of a whole; anything but nothing shows at least one.
    static func bar(_ part: Int, of whole: Int, width: Int, blocks: Bool) -> String {
        guard whole > 0, part > 0 else { return "" }
        let length = min(width, max(1, (part * width * 2 + whole) / (whole * 2)))
        return String(repeating: blocks ? "█" : "#", count: length)
    }
}
