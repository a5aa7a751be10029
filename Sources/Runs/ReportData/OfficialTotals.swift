public import Diagnostics

/// Totals as an office published them: by region what it counts as eligible, recorded and not recorded.
public struct OfficialTotals: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public var eligible: Int?
        public var recorded: Int?
        public var notRecorded: Int?
        /// Where the figures stand; nil for those of no file.
        public var place: SourceLocation?

        public init(
            eligible: Int? = nil, recorded: Int? = nil, notRecorded: Int? = nil, place: SourceLocation? = nil
        ) {
            self.eligible = eligible
            self.recorded = recorded
            self.notRecorded = notRecorded
            self.place = place
        }

        /// By how much published figures disagree among themselves; nil where one is missing.
        public var ownDifference: Int? {
            guard let eligible, let recorded, let notRecorded else { return nil }
            return eligible - recorded - notRecorded
        }
    }

    /// By digits of the region; empty: the whole.
    public var lines: [String: Line] = [:]
    /// What there is to say of the file they came from.
    public internal(set) var notes: [Finding] = []

    public init() {}

    /// What is said of lines that stand beside no figures of a run: those of regions that it does not have, and those of
    /// levels that are not compared.
    public func warnings(_ areas: AreaTable) -> [Finding] {
        var had: Set<String> = [""]
        for level in AreaTable.Level.allCases { had.formUnion(areas.areas(level).map(\.code)) }
        let provinces = Set(had.map { String($0.prefix(2)) })
        let compared = AreaTable.Level.kabupaten.rawValue
        var missing: [(code: String, line: Line)] = []
        var finer: [(code: String, line: Line)] = []
        for (code, line) in lines.sorted(by: { ($0.value.place?.row ?? 0, $0.key) < ($1.value.place?.row ?? 0, $1.key) }
        )
        where !code.isEmpty {
            if !had.contains(code) && !provinces.contains(code) {
                missing.append((code, line))
            } else if code.utf8.count != compared {
                finer.append((code, line))
            }
        }
        var findings: [Finding] = []
        if let first = missing.first {
            let listed = Self.listed(missing, all: true)
            findings.append(
                Self.warning(
                    "official_unknown_region", first.line,
                    Bilingual(
                        id: "hasil ini tidak memuat wilayah \(listed.indonesian): angkanya tidak dibandingkan",
                        en: "the run does not have \(listed.english): these figures are not compared")))
        }
        if let first = finer.first {
            let listed = Self.listed(finer, all: false)
            findings.append(
                Self.warning(
                    "official_not_compared", first.line,
                    Bilingual(
                        id: "hanya seluruhnya dan kabupaten/kota dibandingkan, bukan \(listed.indonesian)",
                        en: "only the whole and kabupaten/kota are compared, not \(listed.english)")))
        }
        return findings
    }

    /// Lines named where they need not all be.
    private static let mostNamed = 10

    /// `1299 (row 5), 1288 (row 7)`
    private static func listed(_ lines: [(code: String, line: Line)], all: Bool) -> Bilingual {
        func text(_ row: String) -> String {
            let named = all ? lines[...] : lines.prefix(mostNamed)
            let words = named.map { code, line in line.place?.row.map { "\(code) (\(row) \($0))" } ?? code }
            return words.joined(separator: ", ") + (named.count < lines.count ? ", … (\(lines.count))" : "")
        }
        return Bilingual(id: text("baris"), en: text("row"))
    }

    private static func warning(_ code: String, _ line: Line, _ message: Bilingual) -> Finding {
        Finding(
            code: code, severity: .warning, message: message,
            location: line.place.map { SourceLocation(file: $0.file) })
    }
}
