/// The table of requirements, line by line.
struct Requirements {
    let person: PersonRow
    let birthDate: BirthDate
    let standing: EqualNIKs.Standing
    /// Whether the person's NIK stands in more than one row of the population lists.
    let isListedMoreThanOnce: Bool
    let evidence: Evidence
    let proof: Proof
    let votingDay: Day

    typealias Failure = Requirement.Failure
    static let sharedEvidence = "shared_nik_evidence"

    var all: [Requirement] {
        [
            alive, listedOnce, votingAge, livingInTheArea, notMilitary, notImpaired, rightToVote, noFieldFinding,
            citizen,
        ]
    }

    /// "On the deaths list"; "a recording that counts or a suket is dated after every death row that counts; the same
    /// day fails, an undated death row fails".
    private var alive: Requirement {
        let deaths = evidence.own("deaths")
        let lastSign = (proof.recordings.days + proof.suketDays).max()
        let isOutlived = deaths.allSatisfy { death in
            death.day.flatMap { died in lastSign.map { $0 > died } } ?? false
        }
        return Requirement(
            Failure(reason: "deceased", code: 1), when: !isOutlived,
            undetermined: [
                (Requirements.sharedEvidence, !evidence.nobodysInParticular("deaths").isEmpty),
                ("recorded_after_death", !deaths.isEmpty),
            ])
    }

    private var listedOnce: Requirement {
        Requirement(Failure(reason: "duplicate_k1", code: 2), when: standing == .duplicate(1))
    }

    /// "17 on polling day, or married (S) or ever married (P)"; "under 17 and B" fails.
    private var votingAge: Requirement {
        if person.isOrWasMarried { return .holds }
        guard let birth = birthDate.day else { return .undetermined("birth_date_missing") }
        return Requirement(
            Failure(reason: "underage", code: 3), when: birth.age(on: votingDay) < 17 && person.marital == "B",
            undetermined: [("marital_status_missing", birth.age(on: votingDay) < 17)])
    }

    private var livingInTheArea: Requirement {
        onList("moved", Failure(reason: "moved_away", code: 4))
    }

    private var notImpaired: Requirement {
        onList("impaired", Failure(reason: "impaired", code: 8))
    }

    private func onList(_ role: String, _ failure: Failure) -> Requirement {
        Requirement(
            failure, when: !evidence.own(role).isEmpty,
            undetermined: [(Requirements.sharedEvidence, !evidence.nobodysInParticular(role).isEmpty)])
    }

    private var notMilitary: Requirement {
        let own = evidence.own("military").map { InstitutionCell($0.cell("institution")) }
        let others = evidence.nobodysInParticular("military").map { InstitutionCell($0.cell("institution")) }
        var failures: [Failure] = []
        if own.contains(.tni) { failures.append(Failure(reason: "military", code: 6)) }
        if own.contains(.polri) { failures.append(Failure(reason: "police", code: 7)) }
        return Requirement(
            fails: failures,
            undetermined: [
                (Requirements.sharedEvidence, others.contains { $0 != .unclear }),
                ("institution_unclear", (own + others).contains(.unclear)),
            ])
    }

    /// "`until` missing (without end) or not before polling day"; "`until` is no date, or the list has no such column".
    private var rightToVote: Requirement {
        func until(_ row: OtherRow) -> DateCell { row.cell("until").map(DateCell.init) ?? .unreadable }
        func isRevoked(_ until: DateCell) -> Bool { until == .empty || until.day.map { $0 >= votingDay } ?? false }
        let own = evidence.own("revoked").map(until)
        let others = evidence.nobodysInParticular("revoked").map(until)
        return Requirement(
            Failure(reason: "revoked", code: 9), when: own.contains(where: isRevoked),
            undetermined: [
                (Requirements.sharedEvidence, others.contains(where: isRevoked)),
                ("revocation_unclear", (own + others).contains(.unreadable)),
            ])
    }

    /// "Its code 1-10; under a NIK listed more than once, 2 fails only rows with a duplicate mark."
    private var noFieldFinding: Requirement {
        func isEffective(_ cell: FindingCell) -> Bool {
            guard case .code(let code) = cell else { return false }
            if code == 2 && isListedMoreThanOnce, case .duplicate = standing { return true }
            return code != 2 || !isListedMoreThanOnce
        }
        let own = evidence.own("field_findings").map { FindingCell($0.row["code"]) }
        let others = evidence.nobodysInParticular("field_findings").map { FindingCell($0.row["code"]) }
        return Requirement(
            fails: own.filter(isEffective).compactMap { cell in
                if case .code(let code) = cell { return Failure(reason: "field_finding", code: code) }
                return nil
            },
            undetermined: [
                (Requirements.sharedEvidence, others.contains(where: isEffective)),
                ("finding_unclear", (own + others).contains(.unclear)),
            ])
    }

    private var citizen: Requirement {
        Requirement(Failure(reason: "foreigner", code: 10), when: person.isForeigner)
    }
}
