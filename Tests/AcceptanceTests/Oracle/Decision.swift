/// What the second reading says of one person.
struct Decision: Sendable {
    let row: ListRow
    let list: String
    let region: String
    var outcome = ""
    var kpuCode: Int?
    var reasons: [String] = []
    var nextStep = "none"
    var recordingStatus = ""
    var recordedOn: Day?
    var usableBirth: Day?
    var firstTime = false

    var nik: String { row["nik"] }
    var sex: String { Codes.code(row["sex"], Codes.sex) ?? "" }
    var isFlagged: Bool {
        ["unverified", "awaiting_card", "recording_failed", "unrecorded"].contains(outcome)
    }
}

/// Decides one person, clause after clause in the order of the contract.
struct PersonReading {
    let input: CheckInput
    let row: ListRow
    let list: String
    let region: String
    let mark: DuplicateMark?
    let known: KnownOfPerson

    func decision() -> Decision {
        var decision = Decision(row: row, list: list, region: region)
        let votingDay = input.election.votingDay
        let nik = NIKReading(row["nik"])
        let marital = Codes.code(row["marital_status"], Codes.marital)
        let isOrWasMarried = marital == "S" || marital == "P"
        var reasons: Set<String> = []
        var undetermined = false
        var failing: Set<Int> = []

        // The birth date and whether it can be used.
        let birth = DateCell(row["birth_date"])
        switch birth {
        case .empty:
            break
        case .unreadable:
            reasons.insert("birth_date_invalid")
        case .day(let day):
            if day > input.asOf {
                reasons.insert("birth_date_future")
            } else if day.age(on: votingDay) > 120 {
                reasons.insert("birth_date_implausible")
            } else {
                decision.usableBirth = day
            }
        }

        // Findings and warnings.
        if let finding = nik.finding { reasons.insert(finding) }
        if nik.key != nil {
            if nik.differs(fromRegion: region) { reasons.insert("nik_region_differs") }
            if nik.hasUnknownProvince { reasons.insert("nik_prefix_unknown") }
            if let day = birth.day, nik.differs(fromBirth: day) { reasons.insert("nik_birth_date_differs") }
            if let sex = Codes.code(row["sex"], Codes.sex), nik.differs(fromSex: sex) {
                reasons.insert("nik_sex_differs")
            }
        }
        if mark == .shared { reasons.insert("nik_shared") }
        for grade in 2...4 where mark == .duplicate(grade) { reasons.insert("duplicate_k\(grade)") }

        // The requirements.
        func fail(_ reason: String, _ code: Int) {
            reasons.insert(reason)
            failing.insert(code)
        }
        if known.isDead { fail("deceased", 1) }
        if mark == .duplicate(1) { fail("duplicate_k1", 2) }
        if !isOrWasMarried {
            if let day = decision.usableBirth {
                if day.age(on: votingDay) < 17 {
                    if marital == "B" {
                        fail("underage", 3)
                    } else {
                        reasons.insert("marital_status_missing")
                        undetermined = true
                    }
                }
            } else {
                reasons.insert("birth_date_missing")
                undetermined = true
            }
        }
        if known.hasMoved { fail("moved_away", 4) }
        if known.institutions.contains("TNI") { fail("military", 6) }
        if known.institutions.contains("POLRI") { fail("police", 7) }
        if known.isImpaired { fail("impaired", 8) }
        let revoked = known.revokedUntil.contains { until in
            until == .empty || (until.day.map { $0 >= votingDay } ?? false)
        }
        if revoked {
            fail("revoked", 9)
        } else if known.revokedUntil.contains(.unreadable) {
            reasons.insert("revocation_unclear")
            undetermined = true
        }
        for code in known.fieldCodes { fail("field_finding", code) }
        if Codes.code(row["citizenship"], Codes.citizenship) == "WNA" { fail("foreigner", 10) }

        // The recording and what the list itself says of it.
        let recording = known.recording
        let recordingClass = recording?.statusClass
        decision.recordingStatus = recording?.status ?? ""
        decision.recordedOn = recording?.day
        if recordingClass == "unknown" { reasons.insert("status_unknown") }
        let noneOrNotEnrolled = recordingClass.map { ["unrecorded", "not_required"].contains($0) } ?? true
        let conflict =
            Codes.markSaysRecorded(row["ktp_el"]) && nik.key != nil && noneOrNotEnrolled && !known.hasSuket
        if conflict { reasons.insert("evidence_conflict") }

        // First-time voters.
        if let day = decision.usableBirth, day.age(on: votingDay) >= 17, day.age(on: input.asOf) < 17 {
            decision.firstTime = !isOrWasMarried
        }

        // The first line that applies.
        func decide(_ outcome: String, _ code: Int?, _ nextStep: String, reason: String? = nil) {
            decision.outcome = outcome
            decision.kpuCode = code
            decision.nextStep = nextStep
            if let reason { reasons.insert(reason) }
        }
        if let smallest = failing.min() {
            decide("ineligible", smallest, "none")
        } else if nik.finding != nil || mark == .shared || undetermined || conflict {
            decide("unverified", 12, "verify_identity")
        } else if recordingClass == "issued" {
            decide("ready", nil, "none")
        } else if recordingClass == "printed" {
            decide("ready", nil, "collect_card")
        } else if known.hasSuket {
            decide("ready_with_suket", nil, "none")
        } else if recordingClass == "unknown" {
            decide("unverified", 12, "verify_identity")
        } else if recordingClass == "captured" || recordingClass == "printable" {
            decide("awaiting_card", 11, "issue_suket")
        } else if recordingClass == "failed" {
            decide("recording_failed", 11, "record_again", reason: "enrol_failed")
        } else if recordingClass == "duplicate" {
            decide("recording_failed", 11, "resolve_recording", reason: "duplicate_recording")
        } else if recordingClass == "disputed" {
            decide("recording_failed", 11, "resolve_recording", reason: "disputed_recording")
        } else {
            decide("unrecorded", 11, "record", reason: recording == nil ? "no_recording" : "not_enrolled")
        }

        if decision.firstTime && decision.isFlagged { reasons.insert("first_time") }
        decision.reasons = reasons.sorted()
        return decision
    }
}
