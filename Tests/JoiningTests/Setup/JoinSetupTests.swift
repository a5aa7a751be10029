import Diagnostics
import Testing

@testable import Joining
@testable import Schema

@Suite struct JoinSetupTests {
    private func role(_ id: String, _ rows: ListSchema.Rows) -> ListSchema.Role {
        ListSchema.Role(id: id, option: id, title: [:], fact: id, columns: [], rows: rows)
    }

    private func schema(_ roles: [ListSchema.Role]) -> ListSchema {
        ListSchema(roles: roles, dialects: ListSchema.Dialects(delimiters: [], totalWords: []))
    }

    @Test func nineKindsOfListsHaveAFlagEach() throws {
        let roles = (0..<9).map { role("r\($0)", .every) }
        let schema = schema(roles + [role("unused", .every)])
        #expect(try JoinSetup.flaggedRoles(schema, given: Set(roles.map(\.id))) == roles.map(\.id))
    }

    /// A presence that has no flag would be lost without a word.
    @Test func moreAreRefused() {
        let roles = (0..<10).map { role("r\($0)", .every) }
        let failure = #expect(throws: Failure.self) {
            try JoinSetup.flaggedRoles(schema(roles), given: Set(roles.map(\.id)))
        }
        #expect(
            failure?.findings.map { $0.rendered(in: .indonesian) } == [
                "satu pemeriksaan paling banyak memakai 9 jenis daftar lain dan satu daftar perekaman dengan 16 kelas; "
                    + "kurangi jenis daftar"
            ])
        #expect(
            failure?.findings.map { $0.rendered(in: .english) } == [
                "one check takes at most 9 kinds of other lists, and one of recordings with 16 classes; "
                    + "give fewer kinds of lists"
            ])
    }

    @Test func twoListsWhoseLatestRowCountsAreRefused() {
        let latest = ListSchema.Rows.latest(date: "d", code: "c", order: ["a"])
        let roles = [role("a", latest), role("b", latest)]
        #expect(throws: Failure.self) { try JoinSetup.flaggedRoles(schema(roles), given: ["a", "b"]) }
        let long = role("a", .latest(date: "d", code: "c", order: (0..<17).map(String.init)))
        #expect(throws: Failure.self) { try JoinSetup.flaggedRoles(schema([long]), given: ["a"]) }
    }
}
