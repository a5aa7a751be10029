extension ListSchema {
    /// Whether a row of another list is of the person whose NIK it bears. It is another's where both its name and its
    /// birth date differ from theirs: who is behind a mistyped NIK keeps their vote.
    public struct SamePerson: Sendable, Equatable {
        /// Ids of the population list's columns, which every other list may have under the same headings.
        public var name: String
        public var birthDate: String
        /// Words of names that say nothing of who somebody is.
        public var dropped: [String]
        /// Short forms by the word that they stand for.
        public var shortForms: [String: [String]]
        /// The least Jaro-Winkler likeness of names that are alike, in ten-thousandths.
        public var alikeFrom: Int

        public init(
            name: String, birthDate: String, dropped: [String], shortForms: [String: [String]], alikeFrom: Int
        ) {
            self.name = name
            self.birthDate = birthDate
            self.dropped = dropped
            self.shortForms = shortForms
            self.alikeFrom = alikeFrom
        }
    }

    /// How many of a list's rows may be other people's than those whose NIKs they bear: beyond it the list's columns were
    /// sorted apart.
    public struct SortedApart: Sendable, Equatable {
        public var percent: Int
        /// Lists of fewer rows that bear a listed NIK are not judged.
        public var least: Int

        public init(percent: Int, least: Int) {
            self.percent = percent
            self.least = least
        }

        /// Whether `others` of `joined` rows are too many.
        public func isExceeded(_ others: Int, of joined: Int) -> Bool {
            joined >= least && others * 100 > joined * percent
        }
    }
}
