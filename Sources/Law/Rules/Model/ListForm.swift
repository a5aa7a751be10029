public import Diagnostics
import Documents

/// A column of a form: what stands in it and what it is headed.
public struct FormColumn: Sendable, Hashable {
    /// What a column can hold.
    public enum Content: String, Sendable, CaseIterable {
        case number, nkk, nik, name, age, sex, address, rt, rw, disability, tps, remark
        case birthPlace = "birth_place"
        case birthDate = "birth_date"
        case maritalStatus = "marital_status"
        /// Desa or kelurahan by name.
        case village
        /// What is asked for.
        case asked
        /// The recording status as the recordings have it.
        case status = "recording_status"
        /// To be filled in: the answer, the letter's number, the day.
        case answer
        case letterNumber = "letter_number"
        case answeredOn = "answered_on"
    }

    public let content: Content
    /// Nil where the heading is that of the list the form comes back as.
    public let heading: Bilingual?
    /// In characters.
    public let width: Int
}

/// A form of the election authority that lists people, as an election's profile describes it.
public struct ListForm: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Voters whose KTP-el is missing or not established.
        case potentialVoters = "potential_voters"
        /// People struck off the list.
        case struckOff = "struck_off"

        /// What it is a form of, where no profile has a name for it.
        public var title: Bilingual {
            switch self {
            case .potentialVoters:
                Bilingual(id: "pemilih yang belum punya KTP-el", en: "voters without a KTP-el")
            case .struckOff: Bilingual(id: "orang yang tidak memenuhi syarat", en: "people who are not eligible")
            }
        }
    }

    public let kind: Kind
    /// `A.C-KWK`
    public let name: String
    public let title: Bilingual
    /// The codes that may stand on it, and no others.
    public let codes: Set<UInt8>
    /// What stands between day, month and year.
    public let dateDivider: String
    public let columns: [FormColumn]
    public let source: String
    public let confidence: Confidence
    /// What is not certain about it.
    public let note: Bilingual?
}

/// The workbook in which the population office is asked about people, and answers.
public struct RequestForm: Sendable {
    /// People with one of these next steps stand on one sheet.
    public struct Sheet: Sendable {
        /// At most 31 characters.
        public let name: Bilingual
        public let title: Bilingual
        public let steps: [String]
    }

    public let title: Bilingual
    /// How to fill it in.
    public let instruction: Bilingual
    public let sheets: [Sheet]
    public let columns: [FormColumn]
    let spot: Spot
}
