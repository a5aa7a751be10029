// The ids of outcomes, next steps and attributes belong to the rules. Where the program treats one of them specially, the
// rules say which one plays that part; loading refuses rules in which nobody plays it.

/// The part of an outcome beyond how the totals count it: `role` in `terms.json5`.
public enum OutcomeRole: String, CaseIterable, Sendable {
    /// Something went wrong when they were recorded: field lists have a sheet of these people.
    case failed
}

/// The part of a next step: `role` in `terms.json5`.
public enum StepRole: String, CaseIterable, Sendable {
    /// There is nothing to do, and so nothing to say of it.
    case nothing
}

/// The part of a reason: `role` in `terms.json5`. The first three say whose NIK whoever made the list has to correct
/// (`corrections.csv`); rules without them have no such list.
public enum ReasonRole: String, CaseIterable, Sendable {
    /// Somebody looked the person up, and they are right.
    case confirmed
    /// The NIK in the list is none: with a confirmed person, it is to be corrected.
    case wrongNIK = "wrong_nik"
    /// The NIK in the list is another's.
    case anothersNIK = "anothers_nik"
    /// Several rows bear the NIK: sheets of shared NIKs say which of these holds of a row.
    case repeatedNIK = "repeated_nik"
}

/// The list of its own on which people with a next step stand: `exported_as` in `terms.json5`.
public enum StepExport: String, CaseIterable, Sendable {
    /// `collect.csv`
    case collect
}

/// The part of an attribute: `role` in an instrument's `attributes`.
public enum AttributeRole: String, CaseIterable, Sendable {
    /// Counted apart everywhere: in the tally, on the page, on field lists.
    case firstTime = "first_time"
}
