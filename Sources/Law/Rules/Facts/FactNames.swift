import CEL
import Civil
import Schema

/// Names of facts that the program computes; the lists' own names come from `lists.json5`.
enum FactNames {
    static let asOf = "as_of"
    static let votingDay = "election.voting_day"
    static let parameterPrefix = "params."
    static let requirementPrefix = "req."
    static let anyFails = "any_fails"
    static let anyUndetermined = "any_undetermined"
    static let nikFinding = "nik.finding"
    static let nikWarnings = ["nik.region_differs", "nik.prefix_unknown", "nik.birth_date_differs", "nik.sex_differs"]
    /// A row of another list bears the NIK, and is another person's by its name and its birth date.
    static let rowOfAnother = "nik.anothers_row"
    static let shared = "duplicate.shared"
    /// The field or the office looked the person of the row up: they are right.
    static let confirmed = "identity.confirmed"
    /// Another person who bears the NIK was looked up so, by another name.
    static let confirmedForAnother = "identity.confirmed_for_another"
    static let duplicateClass = "duplicate.class"
    static let possibleMatch = "possible_match"
    static let givenSuffix = "_given"
    /// Whether several rows of the population lists bear the NIK.
    static let repeated = "duplicate.repeated"
    /// Never known: what a condition comes to that nobody can settle.
    static let unknown = "unknown"
    /// `given.ROLE`: whether a list of a role was given that speaks of the person's kabupaten.
    static let listGivenPrefix = "given."
    /// `LIST.unnamed`: the row names none, or several, of the people who share its NIK.
    static let unnamedSuffix = ".unnamed"
    /// `LIST.outlived`: a row of a list that speaks against it is dated later.
    static let outlivedSuffix = ".outlived"
    /// `LIST.here`: a row says that the person went to where they live; it has no other effect.
    static let hereSuffix = ".here"
    static let contradictedSuffix = ".contradicted"
    static let hadCardSuffix = ".had_card"

    /// Facts that stand on what requirements came to, and so cannot be used by requirements themselves.
    static func isConclusion(_ name: String) -> Bool {
        name == anyFails || name == anyUndetermined || name.hasPrefix(requirementPrefix)
    }
}

/// What the facts of a ruleset are.
struct FactCatalogue {
    var schema: ListSchema
    /// A value for every parameter; nil is unset, of the type given.
    var parameters: [(id: String, value: CELValue?)]
    var requirements: [String]
    var asOf: CivilDate
    var votingDay: CivilDate

    func layout(present: (String) -> Bool) -> FactLayout {
        var layout = FactLayout()
        func declare(_ name: String, _ storage: FactLayout.Storage, if isPresent: Bool) {
            layout.declare(name, isPresent ? storage : .absent(storage.type))
        }
        for role in schema.roles where role.contributes == nil {
            let isGiven = role.rows == .person || present(role.fact)
            if role.rows != .person {
                declare(role.fact, .presence, if: isGiven)
                let given = FactNames.listGivenPrefix + role.id
                declare(given, .flag, if: present(given))
            }
            func declareOwn(_ suffix: String) {
                declare(role.fact + suffix, .flag, if: isGiven && present(role.fact + suffix))
            }
            switch role.rows {
            case .every:
                declareOwn(FactNames.unnamedSuffix)
                if !role.outlivedBy.isEmpty { declareOwn(FactNames.outlivedSuffix) }
                if role.destination != nil { declareOwn(FactNames.hereSuffix) }
            case .latest:
                declareOwn(FactNames.contradictedSuffix)
                declareOwn(FactNames.hadCardSuffix)
            case .person: break
            }
            for column in role.columns {
                let name = "\(role.fact).\(column.id)"
                let isPresent = present(name) || isGiven && column.absentCode != nil
                switch column.kind {
                case .code: declare(name, .code(words: column.codes.map(\.code)), if: isPresent)
                case .date:
                    declare(name, .date, if: isPresent)
                    declare(name + FactNames.givenSuffix, .flag, if: isPresent)
                case .integer: declare(name, .integer, if: isPresent)
                case .nik, .nkk, .text, .region, .regionPart: break
                }
            }
        }
        declare(
            FactNames.nikFinding, .code(words: NIKFinding.allCases.map(\.id)), if: present(FactNames.nikFinding))
        for name in FactNames.nikWarnings { declare(name, .flag, if: present(name)) }
        declare(FactNames.rowOfAnother, .flag, if: present(FactNames.rowOfAnother))
        declare(FactNames.shared, .flag, if: present(FactNames.shared))
        declare(FactNames.confirmed, .flag, if: present(FactNames.confirmed))
        declare(FactNames.confirmedForAnother, .flag, if: present(FactNames.confirmedForAnother))
        declare(FactNames.repeated, .flag, if: present(FactNames.repeated))
        layout.declare(FactNames.unknown, .absent(.bool))
        declare(
            FactNames.duplicateClass, .code(words: schema.equalRows.classes.map(\.id)),
            if: present(FactNames.duplicateClass))
        declare(FactNames.possibleMatch, .presence, if: present(FactNames.possibleMatch))
        layout.declare(FactNames.asOf, .constant(.date(asOf)))
        layout.declare(FactNames.votingDay, .constant(.date(votingDay)))
        for (id, value) in parameters {
            layout.declare(FactNames.parameterPrefix + id, value.map { .constant($0) } ?? .absent(.int))
        }
        for id in requirements { layout.declare(FactNames.requirementPrefix + id, .truth) }
        layout.declare(FactNames.anyFails, .flag)
        layout.declare(FactNames.anyUndetermined, .flag)
        return layout
    }
}
