/// What the second reading says of one person.
struct Decision: Sendable {
    let person: PersonRow
    var outcome = ""
    var kpuCode: Int?
    var reasons: [String] = []
    var nextStep = "none"
    /// The recording that decides.
    var recording: Recording?
    var usableBirth: Day?
    var firstTime = false
    /// The day of the first row that shows the person recorded, where one is dated.
    var recordedFirst: Day?

    var row: ListRow { person.row }
    var list: String { person.list }
    var region: String { person.region }
    var nik: String { row["nik"] }
    var sex: String { person.sex ?? "" }
    var isFlagged: Bool {
        ["unverified", "awaiting_card", "recording_failed", "unrecorded"].contains(outcome)
    }
}

/// "Outcome: the first line that applies."
struct OutcomeLine: Equatable, Sendable {
    let outcome: String
    let kpuCode: Int?
    let nextStep: String
    /// Said only where the line decides.
    var reason: String?

    /// - Parameters:
    ///   - requirements: of the person, in any order.
    ///   - findings: what was found of NIK and evidence.
    ///   - isConfirmed: the office looked the person up, and they are right.
    init(
        _ requirements: [Requirement], findings: Set<String>, nik: NIKReading, isShared: Bool, proof: Proof,
        isConfirmed: Bool = false
    ) {
        let isUncertain =
            (nik.finding != nil || isShared) && !isConfirmed
            || requirements.contains { $0.undeterminedReason != nil }
        let findings = isConfirmed ? findings.subtracting(["evidence_conflict"]) : findings
        let recordingClass = proof.recordings.deciding?.statusClass
        if let code = requirements.flatMap(\.failures).map(\.code).min() {
            self.init("ineligible", code, "none")
        } else if isUncertain || !findings.isDisjoint(with: ["no_recordings_list", "evidence_conflict"]) {
            self.init("unverified", 12, "verify_identity")
        } else if recordingClass == "issued" {
            self.init("ready", nil, "none")
        } else if recordingClass == "printed" {
            self.init("ready", nil, "collect_card")
        } else if proof.hasSuket {
            self.init("ready_with_suket", nil, "none")
        } else {
            self.init(withoutCardOrSuket: recordingClass)
        }
    }

    private init(withoutCardOrSuket recordingClass: String?) {
        switch recordingClass {
        case "unknown": self.init("unverified", 12, "verify_identity")
        case "captured", "printable": self.init("awaiting_card", 11, "issue_suket", reason: "no_card")
        case "failed": self.init("recording_failed", 11, "record_again", reason: "enrol_failed")
        case "duplicate": self.init("recording_failed", 11, "resolve_recording", reason: "duplicate_recording")
        case "disputed": self.init("recording_failed", 11, "resolve_recording", reason: "disputed_recording")
        case nil: self.init("unrecorded", 11, "record", reason: "no_recording")
        default: self.init("unrecorded", 11, "record", reason: "not_enrolled")
        }
    }

    private init(_ outcome: String, _ kpuCode: Int?, _ nextStep: String, reason: String? = nil) {
        self.outcome = outcome
        self.kpuCode = kpuCode
        self.nextStep = nextStep
        self.reason = reason
    }
}
