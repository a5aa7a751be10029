import Testing

/// Without a built program most suites here stand aside; this one says so aloud.
@Suite struct ProgramTests {
    @Test func theProgramAndItsRulesAreThere() {
        #expect(Program.canCheck, "build the program first: swift build")
    }
}
