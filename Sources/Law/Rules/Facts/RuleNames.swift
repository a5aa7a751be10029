import Civil

extension LeapDay {
    /// The parameter that says when a person born on 29 February has their birthday.
    static let parameter = "leap_day"
}

extension RegionTable {
    /// The table of provinces, which belongs to every election.
    static let provinces = "provinces"
}

extension ListsDocument {
    /// The profile tables that columns name.
    var tables: [String] { Set(roles.flatMap(\.columns).compactMap(\.table)).sorted() }
}
