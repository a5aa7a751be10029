import Testing

/// The made-up districts hold every kind of damage and every decision, or the agreement proves little.
@Suite struct GeneratorTests {
    static let districts: [District] = AgreementTests.cases.prefix(15).map(\.district)

    @Test func everyReasonOccurs() {
        let found = Set(GeneratorTests.districts.flatMap { CheckResult($0.input).reasons.keys })
        let all: Set<String> = [
            "nik_empty", "nik_masked", "nik_damaged", "nik_characters", "nik_length", "nik_placeholder", "nik_region",
            "nik_date", "nik_serial", "nik_region_differs", "nik_prefix_unknown", "nik_birth_date_differs",
            "nik_sex_differs", "nik_shared", "duplicate_k1", "duplicate_k2", "duplicate_k3", "duplicate_k4", "deceased",
            "underage", "moved_away", "military", "police", "impaired", "revoked", "field_finding", "foreigner",
            "shared_nik_evidence", "recorded_after_death", "birth_date_missing", "marital_status_missing",
            "institution_unclear", "revocation_unclear", "finding_unclear", "birth_date_invalid", "birth_date_future",
            "birth_date_implausible", "evidence_conflict", "no_recordings_list", "list_mark_only", "status_unknown",
            "recording_contradicted", "card_before", "row_of_another", "moved_here", "suket_without_recording",
            "card_under_age", "married_child", "first_time", "no_card", "enrol_failed", "duplicate_recording",
            "disputed_recording", "no_recording", "not_enrolled",
        ]
        #expect(found == all)
    }

    @Test func someKabupatenHasNoRecordings() {
        let without = GeneratorTests.districts.map { CheckResult($0.input).regenciesWithoutRecordings }
        #expect(without.contains([GivenLists.regency]))
    }

    @Test func everyOutcomeStepAndRowCodeOccurs() {
        let decisions = GeneratorTests.districts.flatMap { CheckResult($0.input).decisions }
        #expect(Set(decisions.map(\.outcome)) == Set(Recap.outcomes + ["ineligible"]))
        #expect(
            Set(decisions.map(\.nextStep)) == [
                "none", "verify_identity", "collect_card", "issue_suket", "record_again", "resolve_recording", "record",
            ])
        #expect(Set(decisions.compactMap(\.kpuCode)) == Set(1...12))
        #expect(Set(decisions.map(\.region.count)) == [0, 2, 4, 6, 10])
        let codes = Set(GeneratorTests.districts.flatMap { $0.files.flatMap { $0.meant.setAside.map(\.code) } })
        #expect(
            codes == [
                "broken_quoting", "unclosed_quote", "cell_count", "skipped_blank", "skipped_heading",
                "skipped_note", "skipped_numbering", "skipped_total",
            ])
    }

    @Test func theSameSeedWritesTheSameBytes() {
        let again = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 100, seed: 7)
        let once = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 100, seed: 7)
        #expect(again.files.map(\.bytes) == once.files.map(\.bytes))
    }

    /// Kecamatan 90 to 99 are nobody's: no made-up NIK can be a real one.
    @Test func everyWellFormedNIKIsNobodys() {
        let niks = GeneratorTests.districts.flatMap { $0.files.flatMap { $0.meant.rows.map { NIKReading($0["nik"]) } } }
        #expect(niks.compactMap(\.key).allSatisfy { $0.dropFirst(4).hasPrefix("9") })
    }
}
