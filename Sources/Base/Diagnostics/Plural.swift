/// English counts one thing otherwise than several; Indonesian does not.
public enum Plural {
    /// `one` of one thing, `many` of none and of several.
    public static func of(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
}
