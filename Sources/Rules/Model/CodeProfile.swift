import Columns
public import Diagnostics

/// Code tables that change from one election to another.
public struct CodeProfile: Sendable {
    public let id: String
    public let title: Bilingual
    public let source: String
    public let confidence: Confidence
    let tables: [String: [ListSchema.Code]]
    let spot: Spot
}
