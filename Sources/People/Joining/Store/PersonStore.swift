import Columns
public import Diagnostics
public import Linkage
public import Tabular

/// What is known of the people of a run by their NIK: which rows bear it, the newest recording, what other lists say.
///
/// The passes fill it in the order of these functions, on any number of threads; the decide pass reads what was joined. Whether it
/// lies in memory or in parts on disk is the store's own matter.
public protocol PersonStore: Sendable {
    /// One thread's entering of rows of the population lists.
    func personWriter() -> any PersonWriter

    /// To be called once every row of the population lists was entered.
    func endPersons() throws(Failure)

    /// One thread's entering of rows of the other lists.
    func evidenceWriter() -> any EvidenceWriter

    /// What timings call the stage `join`.
    var joinStage: String { get }

    /// To be called once every row of the other lists was entered: everything is then known of everybody.
    func join() throws(Failure) -> any JoinedPersons
}

/// A store to which nothing is added any more.
public protocol JoinedPersons: Sendable {
    var report: JoinReport { get }

    /// By role: rows that are to be weighed by the names of the people whose NIK they bear.
    var doubtful: [String: DoubtfulRows] { get }

    /// One thread's reading of what is known of the rows of the population list at `place`.
    func evidence(ofList place: Int) -> any EvidenceReader
}

/// Takes in people, block by block.
public protocol PersonWriter: Sendable {
    /// Takes in the rows of a block of the population list at `list`.
    mutating func add(_ rows: borrowing PersonRows, of block: borrowing Block, list: Int) throws(Failure)

    /// Hands everything over to the store.
    mutating func finish() throws(Failure)
}

/// Takes in rows of other lists, block by block. A NIK of 0 is passed over, one of nobody listed has no effect.
public protocol EvidenceWriter: Sendable {
    /// Takes in recordings, packed; days count where their state is 1. Where it is 3 the recording is dated after what is
    /// known, and packed as `PersonIndex.notYetKnown`.
    mutating func add(
        recordings: [UInt64], of niks: [UInt64], days: [Int32], states: [UInt8], _ plan: EvidencePlan,
        names: borrowing RowNames
    ) throws(Failure)

    /// Says of people that they stand on a list of this role, of which rules read no column. One NIK a row of the block.
    mutating func add(
        presence plan: EvidencePlan, of niks: [UInt64], names: borrowing RowNames
    ) throws(Failure)

    /// Takes in rows of a role of which rules read columns; `places` are their rows in the block.
    mutating func add(
        _ rows: borrowing EvidenceRows, at places: [Int32], _ plan: EvidencePlan, names: borrowing RowNames
    ) throws(Failure)

    /// Hands everything over to the store.
    mutating func finish() throws(Failure)
}

/// Says what is known of the rows of one population list, block by block.
public protocol EvidenceReader: Sendable {
    /// - Parameter niks: of the rows of the block, 0 = none that is usable.
    mutating func read(_ block: borrowing Block, niks: [UInt64], into evidence: inout Evidence) throws(Failure)
}

/// The rows of a block of a population list as a store takes them in.
public struct PersonRows: Sendable {
    /// 0 = none that is usable.
    var niks: [UInt64] = []
    var positions: [RowPosition] = []
    /// What the rows' entries begin with.
    var payloads: [UInt64] = []
    /// Numbers of `BirthNote`s, where birth dates are kept.
    var births: [UInt16] = []
}

/// What is known of the rows of a block.
public struct Evidence: Sendable {
    /// Of the person's entry: the newest recording, whether the NIK is repeated. One a row.
    public var payloads: [UInt64] = []
    /// Roles of whose lists the person stands on one. One a row.
    public var flags: [UInt16] = []
    /// Of rows whose NIK another row bears too.
    public var marks: [(row: Int, mark: EqualNIKs.Mark)] = []
    /// By role: rows of other lists that are kept beside people's entries, of the people of the block and perhaps of
    /// others: rows of which rules read columns, those about a shared NIK, and recordings that do not decide.
    public var rows: [String: EvidenceRows] = [:]

    public init() {}
}

/// What there is to say of a store once everything is known.
public struct JoinReport: Sendable {
    /// Different NIKs.
    public var people = 0
    /// NIKs that two population lists both hold.
    public var overlaps: [EqualNIKPass.Overlap] = []
    /// Kabupaten (first four digits) of whose people there are recordings of any date.
    public var regencies: Set<UInt16> = []
    /// Rows that bear a listed NIK, of lists whose rows are told from other people's, by the list's number.
    public var joined: [Int: Int] = [:]
}
