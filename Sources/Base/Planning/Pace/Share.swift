/// Division of counts as reports print it: integers only, and never by zero.
public enum Share {
    /// `whole / parts` rounded half up; nil where there are no parts.
    public static func rounded(_ whole: Int, by parts: Int) -> Int? {
        guard parts > 0, whole >= 0 else { return nil }
        let (quotient, rest) = whole.quotientAndRemainder(dividingBy: parts)
        return rest >= parts - rest ? quotient + 1 : quotient
    }

    /// The smallest whole number of at least `whole / parts`; nil where there are no parts.
    public static func atLeast(_ whole: Int, by parts: Int) -> Int? {
        guard parts > 0, whole >= 0 else { return nil }
        let (quotient, rest) = whole.quotientAndRemainder(dividingBy: parts)
        return rest > 0 ? quotient + 1 : quotient
    }

    /// `whole × factor / parts` rounded half up, without overflow on the way; nil where there are no parts or the
    /// result is no `Int`.
    public static func scaled(_ whole: Int, times factor: Int, by parts: Int) -> Int? {
        guard parts > 0, whole >= 0, factor >= 0 else { return nil }
        let divisor = UInt(parts)
        let product = UInt(whole).multipliedFullWidth(by: UInt(factor))
        guard product.high < divisor else { return nil }
        let (quotient, rest) = divisor.dividingFullWidth(product)
        return Int(exactly: rest >= divisor - rest ? quotient + 1 : quotient)
    }
}
