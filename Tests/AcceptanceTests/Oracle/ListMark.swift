/// What the population list's own KTP-el mark says (profile KPU 2018: B belum rekam, S suket, K KTP-el; a recording
/// status word counts by its class). The elections of 2017 to 2019 share the profile.
enum ListMark: Equatable, Sendable {
    case recording(String)
    case suket

    /// Nil where the cell is empty or no mark of the profile.
    init?(_ text: String) {
        switch Text.codeWord(text) {
        case "B": self = .recording("unrecorded")
        case "S": self = .suket
        case "K": self = .recording("issued")
        default:
            guard let statusClass = Codes.code(text, Codes.recordingStatus) else { return nil }
            self = .recording(statusClass)
        }
    }

    var saysRecorded: Bool {
        switch self {
        case .suket: true
        case .recording(let statusClass): ["captured", "printable", "printed", "issued"].contains(statusClass)
        }
    }
}
