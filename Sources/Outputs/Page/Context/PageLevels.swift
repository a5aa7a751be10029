import ReportData

/// Which areas a page tells of: those into which the run falls, and within one kabupaten or kecamatan those below them.
struct PageLevels {
    /// The level of charts and of the first table.
    let main: AreaTable.Level
    /// The level below, where the run is about one area; nil where there is none, or too many of them.
    let detail: AreaTable.Level?

    init(_ areas: AreaTable) {
        func count(_ level: AreaTable.Level) -> Int { areas.areas(level).count { !$0.code.isEmpty } }
        let levels = AreaTable.Level.allCases
        guard let place = levels.firstIndex(where: { count($0) > 1 }) else {
            main = levels.last { count($0) > 0 } ?? .kabupaten
            detail = nil
            return
        }
        main = levels[place]
        detail =
            place > 0 && place + 1 < levels.count && count(levels[place + 1]) > count(main) ? levels[place + 1] : nil
    }
}

extension PageContext {
    /// What areas of a level are called.
    func name(_ level: AreaTable.Level) -> String {
        switch level {
        case .kabupaten: text("kabupaten/kota", "kabupaten/kota")
        case .kecamatan: text("kecamatan", "kecamatan")
        case .desa: text("desa/kelurahan", "desa/kelurahan")
        }
    }

    /// `Kecamatan`, as the heading of a column.
    func heading(_ level: AreaTable.Level) -> String {
        let name = name(level)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
