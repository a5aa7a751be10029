/// A made-up person: what is true of them, and what their list says where that differs.
struct SamplePerson {
    enum MaritalStatus: Int {
        case never, married, formerly
    }

    var nkk: UInt64 = 0
    /// The NIK that other lists know the person by; unique unless the sample means it to be shared.
    var nik: UInt64 = 0
    var name: [UInt8] = []
    var isWoman = false
    var birthPlace: [UInt8] = []
    /// Days since 1970-01-01.
    var birth = 0
    /// Whole years on polling day.
    var age = 0
    var maritalStatus = MaritalStatus.never
    var address: [UInt8] = []
    var rt = 0
    var rw = 0
    /// 0 none, else the number of the code.
    var disability = 0
    /// Ten digits.
    var region: UInt64 = 0
    var tps = 0
    var isForeigner = false
    /// What the list's own KTP-el mark says; nil leaves the cell empty.
    var mark: Bool? = false

    /// The cell that the list shows instead of the NIK.
    var nikCell: [UInt8]?
    /// The cell that the list shows instead of the birth date.
    var birthCell: [UInt8]?
    /// The cell that the list shows instead of the marital status.
    var maritalCell: [UInt8]?
    /// The record lacks its last cells: no record, so it is rejected.
    var isRagged = false
}
