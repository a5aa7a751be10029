/// Who plays the parts that the program treats specially.
extension Ruleset {
    /// Ids of the outcomes with this part; never none.
    public func outcomes(_ role: OutcomeRole) -> Set<String> {
        Set(outcomes.filter { $0.role == role }.map(\.id))
    }

    /// Ids of the next steps whose people stand on this list; never none.
    public func nextSteps(exportedAs list: StepExport) -> Set<String> {
        Set(nextSteps.filter { $0.exportedAs == list }.map(\.id))
    }

    /// Ids of the next steps with this part; never none.
    public func nextSteps(_ role: StepRole) -> Set<String> {
        Set(nextSteps.filter { $0.role == role }.map(\.id))
    }

    /// Ids of the attributes, and so of the reasons they add, with this part; never none.
    public func attributes(_ role: AttributeRole) -> Set<String> {
        Set(attributes.filter { $0.role == role }.map(\.id))
    }
}
