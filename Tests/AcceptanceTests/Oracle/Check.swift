/// The whole slow check: every person decided, every row of the other lists accounted for.
struct CheckResult: Sendable {
    /// In input order.
    let decisions: [Decision]
    /// Rows of each other list, by its place among the inputs, that are left out: with a NIK that has a finding, not yet
    /// known, another's for everybody who bears the NIK, or saying nothing.
    let leftOut: [Int: Int]
    /// The kabupaten decided as if no recordings list had been given.
    let regenciesWithoutRecordings: Set<String>

    init(_ input: CheckInput) {
        let people = input.files.filter { $0.role == "population" }.flatMap { file in
            file.rows.map { PersonRow($0, of: file) }
        }
        let groups = NIKGroups(people)
        let joined = JoinedRows(input)
        let answers = RowAnswers(input, people)
        regenciesWithoutRecordings = CheckResult.regenciesWithoutRecordings(people, groups, joined, input)
        var decisions: [Decision] = []
        var theirs: Set<OtherRow.Place> = []
        var others: Set<OtherRow.Place> = []
        for (place, person) in people.enumerated() {
            var evidence = Evidence()
            if let equal = groups.group(of: person) {
                evidence = Evidence(
                    for: person, sharing: equal, among: joined.known(person.nik), regions: input.regions)
                let effective = evidence.own + evidence.nobodysInParticular + evidence.movesHere
                theirs.formUnion(effective.map(\.place))
                others.formUnion(evidence.others.map(\.place))
            }
            evidence.add(answers.given(person))
            let hasRecordings =
                input.isGiven("recordings") && !regenciesWithoutRecordings.contains(CheckResult.regency(of: person))
            let proof = Proof(
                person, evidence, hasRecordingLists: hasRecordings, hasSuketLists: input.isGiven("suket"),
                given: answers.answers(of: person))
            decisions.append(
                CheckResult.decide(
                    person, standing: groups.standings[place],
                    isListedMoreThanOnce: groups.isListedMoreThanOnce(person),
                    evidence: evidence, proof: proof, answers: answers, input: input))
        }
        self.decisions = decisions
        leftOut = joined.leftOut(others: others.subtracting(theirs))
    }

    private static func decide(
        _ person: PersonRow, standing: EqualNIKs.Standing, isListedMoreThanOnce: Bool, evidence: Evidence,
        proof: Proof, answers: RowAnswers, input: CheckInput
    ) -> Decision {
        let votingDay = input.election.votingDay
        let birthDate = BirthDate(person.birth, asOf: input.asOf, votingDay: votingDay)
        let requirements = Requirements(
            person: person, birthDate: birthDate, standing: standing, isListedMoreThanOnce: isListedMoreThanOnce,
            evidence: evidence, proof: proof, votingDay: votingDay
        ).all
        let said = Reasons(
            person: person, birthDate: birthDate, standing: standing, asOf: input.asOf, votingDay: votingDay)
        let line = OutcomeLine(
            requirements, findings: proof.findings, nik: person.nik, isShared: standing == .shared, proof: proof,
            isConfirmed: answers.isConfirmed(person))

        var decision = Decision(
            person: person, outcome: line.outcome, kpuCode: line.kpuCode, nextStep: line.nextStep,
            recording: proof.recordings.deciding, usableBirth: birthDate.day, firstTime: said.isFirstTime,
            recordedFirst: proof.shown.contains(nil) ? nil : proof.shown.compactMap { $0 }.min())
        var reasons = said.findingsOfTheRow.union(evidence.findings).union(proof.findings)
        reasons.formUnion(requirements.flatMap(\.failures).map(\.reason))
        reasons.formUnion(requirements.compactMap(\.undeterminedReason))
        if answers.isConfirmed(person) { reasons.insert("confirmed_by_office") }
        if standing == .shared, answers.isAnotherConfirmed(than: person) { reasons.insert("nik_of_confirmed_person") }
        if said.isCardUnderAge(decision.recording) { reasons.insert("card_under_age") }
        if let reason = line.reason { reasons.insert(reason) }
        if decision.firstTime && decision.isFlagged { reasons.insert("first_time") }
        decision.reasons = reasons.sorted()
        return decision
    }

    /// "A kabupaten of over 50 people for none of whom a recording of any date counts (recordings of another kabupaten
    /// were given)."
    private static func regenciesWithoutRecordings(
        _ people: [PersonRow], _ groups: NIKGroups, _ joined: JoinedRows, _ input: CheckInput
    ) -> Set<String> {
        guard input.isGiven("recordings") else { return [] }
        let byRegency = Dictionary(grouping: people, by: regency).filter { !$0.key.isEmpty && $0.value.count > 50 }
        return Set(
            byRegency.filter { _, people in
                !people.contains { person in
                    guard let equal = groups.group(of: person) else { return false }
                    let ofAnyDate = Evidence(
                        for: person, sharing: equal, among: joined.ofAnyDate(person.nik), regions: input.regions)
                    return !ofAnyDate.counting("recordings").isEmpty
                }
            }.keys)
    }

    /// Four digits; empty where the person's region is shorter.
    static func regency(of person: PersonRow) -> String {
        person.region.count >= 4 ? String(person.region.prefix(4)) : ""
    }
}
