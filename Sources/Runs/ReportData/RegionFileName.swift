/// What a file of one region is called.
public enum RegionFileName {
    /// `1271901001 Suka Maju`: digits, then the name where there is one.
    public static func of(_ region: String, _ names: [String: String]) -> String {
        region + (names[region].map { " " + plain($0) } ?? "")
    }

    /// A region's name as every system takes it for a part of a file's name.
    public static func plain(_ name: String) -> String {
        String(name.prefix(60).map { $0.isLetter || $0.isNumber || $0 == " " ? $0 : "_" })
    }
}
