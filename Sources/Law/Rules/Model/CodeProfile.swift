public import Diagnostics
import Documents
public import Schema

/// Code tables that change from one election to another.
public struct CodeProfile: Sendable {
    public let id: String
    public let title: Bilingual
    public let source: Bilingual
    public let confidence: Confidence
    /// The forms of the election authority; none where the profile describes none.
    public let forms: [ListForm]
    /// The workbook in which the population office is asked and answers; nil where the profile describes none.
    public let request: RequestForm?
    /// The profile whose code tables count where this one has none of its own.
    let sameCodesAs: String?
    public var tables: [String: [ListSchema.Code]]
    let spot: Spot

    public func form(_ kind: ListForm.Kind) -> ListForm? { forms.first { $0.kind == kind } }
}
