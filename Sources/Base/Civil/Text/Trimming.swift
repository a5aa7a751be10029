extension StringProtocol {
    /// The text without the scalars at its two ends that `isDropped` names, even where others combine with them.
    public func trimmed(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isDropped($0) }),
            let last = scalars.lastIndex(where: { !isDropped($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
