import Foundation

/// A reader of foreign bytes, and what must hold of it whatever the bytes are. What does not hold traps.
enum FuzzTarget: String, CaseIterable, Sendable {
    /// Opening lists, and their records in blocks against the reference.
    case csv
    /// What reads many bytes at once, by registers of every width.
    case kernels
    /// The parts of workbooks, and whole files.
    case workbook
    /// Rows of sheets by their shape against the XML parser.
    case sheet
    /// Rule documents.
    case json5
    /// Conditions.
    case cel
    case dates
    case nik

    func take(_ bytes: [UInt8]) {
        switch self {
        case .csv: RecordTarget.take(bytes)
        case .kernels: KernelTarget.take(bytes)
        case .workbook: WorkbookTarget.take(bytes)
        case .sheet: SheetTarget.take(bytes)
        case .json5: DocumentTarget.take(bytes)
        case .cel: ConditionTarget.take(bytes)
        case .dates: DateTarget.take(bytes)
        case .nik: IdentityTarget.take(bytes)
        }
    }

    /// Where files without a name lie.
    static let folder = FileManager.default.temporaryDirectory.path
}
