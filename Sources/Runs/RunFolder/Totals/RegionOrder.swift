/// The order of region codes in every result: by digits, unknown last.
public enum RegionOrder {
    public static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
