/// Polling stations by number, then by text; the unknown last.
public enum StationOrder {
    public static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        switch (Int(left), Int(right)) {
        case (let one?, let other?) where one != other: return one < other
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
    }
}
