import RunFolder

extension PersonColumn {
    /// Columns copied as the list has them; the date of birth is written as ISO where it is usable.
    static let copied: [PersonColumn] = [
        .nkk, .nik, .name, .birthPlace, .birthDate, .maritalStatus, .sex, .address, .rt, .rw, .disability,
    ]
}
