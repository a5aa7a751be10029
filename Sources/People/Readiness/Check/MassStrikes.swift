import Diagnostics
import Joining
import RoleLists
import Rules
import Schema

/// Lists that strike more voters than is believed: another list, or one of another place or time.
struct MassStrikes {
    /// A file of people and what became of them, its sheets together.
    private struct Population {
        let path: String
        var people = 0
        /// By place in `strikings`.
        var struck: [Int]
    }

    private let strikings: [Ruleset.Striking]
    private let others: [OpenList]
    private var populations: [Population] = []

    init(_ context: RunContext, _ decided: [DecidePass.Result], accepting accepted: [String]) {
        let given = Set(context.others.map(\.role.id))
        strikings = context.ruleset.strikings.filter { striking in
            given.contains(striking.role.id)
                && !accepted.contains { $0 == striking.role.id || $0 == striking.role.option }
        }
        others = context.others
        var places: [String: Int] = [:]
        for (list, opened) in context.people.enumerated() {
            let place = places[opened.path] ?? populations.count
            if place == populations.count {
                places[opened.path] = place
                populations.append(Population(path: opened.path, struck: strikings.map { _ in 0 }))
            }
            for thread in decided {
                populations[place].people += thread.decided[list]
                for (verdict, count) in zip(thread.verdicts.verdicts, thread.verdictsOfList[list]) where count > 0 {
                    for (number, striking) in strikings.enumerated() where verdict.reasons & striking.reasons != 0 {
                        populations[place].struck[number] += count
                    }
                }
            }
        }
    }

    /// - Throws: `.input` with the figure for every population list and requirement.
    func refuse() throws(Failure) {
        var findings: [Finding] = []
        for population in populations {
            for (striking, struck) in zip(strikings, population.struck)
            where striking.limit.isExceeded(struck, of: population.people) {
                findings.append(finding(striking, struck, population))
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    private func finding(_ striking: Ruleset.Striking, _ struck: Int, _ population: Population) -> Finding {
        let (role, title) = (striking.role, striking.requirement.title)
        let lists = others.filter { $0.role.id == role.id }.map(\.name)
        let named = lists.prefix(3).joined(separator: ", ") + (lists.count > 3 ? ", ..." : "")
        let percent = striking.limit.percent
        return Finding(
            code: "mass_strike",
            message: Bilingual(
                id:
                    "\(named) (\(role.title["id"] ?? role.id)) mencoret \(struck) dari \(population.people) orang di daftar ini (syarat: \(title.indonesian)); lebih dari \(percent) % dianggap keliru",
                en:
                    "\(named) (\(role.title["en"] ?? role.id)) strikes \(struck) of the \(population.people) people of this list (requirement: \(title.english)); more than \(percent)% is taken for a mistake"
            ),
            remedy: Bilingual(
                id:
                    "pastikan daftarnya benar; bila memang sebanyak itu, lanjutkan dengan --accept-strikes \(role.option)",
                en:
                    "make sure that it is the right list; if there are so many, go on with --accept-strikes \(role.option)"
            ), location: SourceLocation(file: population.path))
    }
}
