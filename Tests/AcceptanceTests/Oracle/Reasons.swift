/// What is said of a person beside the outcome: findings, warnings, reasons, attributes.
struct Reasons {
    let person: PersonRow
    let birthDate: BirthDate
    let standing: EqualNIKs.Standing
    let asOf: Day
    let votingDay: Day

    /// The findings of the row itself.
    var findingsOfTheRow: Set<String> {
        var found = nikFindings
        if standing == .shared { found.insert("nik_shared") }
        if case .duplicate(let grade) = standing, grade >= 2 { found.insert("duplicate_k\(grade)") }
        if case .unusable(let finding) = birthDate { found.insert(finding) }
        // "S or P, under 10 on polling day."
        if person.isOrWasMarried, let birth = birthDate.day, birth.age(on: votingDay) < 10 {
            found.insert("married_child")
        }
        return found
    }

    /// The finding of the NIK, or its warnings: "only where there is no finding".
    private var nikFindings: Set<String> {
        if let finding = person.nik.finding { return [finding] }
        var warnings: Set<String> = []
        if person.nik.differs(fromRegion: person.region) { warnings.insert("nik_region_differs") }
        if person.nik.hasUnknownProvince { warnings.insert("nik_prefix_unknown") }
        // "From any real date in the list, usable or not."
        if let day = person.birth.day, person.nik.differs(fromBirth: day) { warnings.insert("nik_birth_date_differs") }
        if let sex = person.sex, person.nik.differs(fromSex: sex) { warnings.insert("nik_sex_differs") }
        return warnings
    }

    /// "Class issued or printed, under 17 on the as-of date, B."
    func isCardUnderAge(_ recording: Recording?) -> Bool {
        guard let recording, recording.isCard, person.marital == "B", let birth = birthDate.day else { return false }
        return birth.age(on: asOf) < 17
    }

    /// "17 on polling day or older, not yet 17 on the as-of date, marital status not S or P (unknown counts as not)."
    var isFirstTime: Bool {
        guard let birth = birthDate.day, !person.isOrWasMarried else { return false }
        return birth.age(on: votingDay) >= 17 && birth.age(on: asOf) < 17
    }
}
