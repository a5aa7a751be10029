/// The columns of the files of people.
enum PersonColumns {
    /// Of `flagged.csv` and its like.
    static let full = [
        "list", "row", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt",
        "rw", "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "recorded_on",
        "next_step",
    ]
    /// Of `persons.csv`.
    static let short = ["list", "row", "nik", "region", "outcome", "kpu_code", "reasons"]
    /// Columns copied as the list has them; the date of birth is written as ISO where it is usable.
    static let copied = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw", "disability",
    ]
}
