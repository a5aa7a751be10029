import Testing

/// Samples so small that nobody stands on some of their lists.
@Suite(.enabled(if: Program.canCheck)) struct SmallSampleTests {
    @Test(arguments: [20, 100]) func theirJobsAreTaken(people: Int) async throws {
        let workdir = try Workdir()
        let made = try await workdir.run([
            "sample", "--people", "\(people)", "--months", "2", "--rules", Program.rules, "--quiet", "--out", "lists",
        ])
        try #require(made.exitCode == 0, "\(made.errors)")
        for set in workdir.names(in: "lists") {
            let outcome = try await workdir.run([
                "check", "lists/\(set)/periksa.json5", "--rules", Program.rules, "--quiet", "--out", "run-\(set)",
            ])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            // Every list that lies there is in the job.
            let job = try workdir.text("lists/\(set)/periksa.json5")
            for name in workdir.names(in: "lists/\(set)") where name != "periksa.json5" {
                #expect(job.contains("'\(name)'"), "\(name)")
            }
        }
    }
}
