/// A requirement in three values.
enum Requirement: Equatable, Sendable {
    case holds
    /// Reasons, each with its KPU code; all of them are said.
    case fails([Failure])
    case undetermined(String)

    struct Failure: Hashable, Sendable {
        let reason: String
        let code: Int
    }

    /// "A requirement that fails is not also undetermined; of one requirement the first undetermined reason counts."
    init(fails failures: [Failure], undetermined reasons: [(reason: String, when: Bool)] = []) {
        if !failures.isEmpty {
            self = .fails(failures)
        } else if let first = reasons.first(where: \.when) {
            self = .undetermined(first.reason)
        } else {
            self = .holds
        }
    }

    init(_ failure: Failure, when fails: Bool, undetermined reasons: [(reason: String, when: Bool)] = []) {
        self.init(fails: fails ? [failure] : [], undetermined: reasons)
    }

    var failures: [Failure] {
        if case .fails(let failures) = self { return failures }
        return []
    }

    var undeterminedReason: String? {
        if case .undetermined(let reason) = self { return reason }
        return nil
    }
}
