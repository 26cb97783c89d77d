import Foundation
import Testing
import UseCases
import Workflow

/// A year of meetings, drawn from a seed: every issue is where somebody looks, and every count is right, after every step.
/// `LAP_YEAR=3` plays three years of 300 concerns from seeds of the day; `LAP_YEAR_SEED=17` plays one of them again (several with commas).
struct YearTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let asked = environment["LAP_YEAR"].flatMap { Int($0) }
    private static let seeds = environment["LAP_YEAR_SEED"]?.split(separator: ",").compactMap { UInt64($0) }

    private static var courses: [(seed: UInt64, concerns: Int, last: String)] {
        let last = environment["LAP_YEAR_UNTIL"] ?? "2020-12-18"
        let size = environment["LAP_YEAR_CONCERNS"].flatMap { Int($0) } ?? 300
        if let seeds { return seeds.map { ($0, size, last) } }
        guard let asked else { return [(1, 20, "2020-03-27"), (2, 20, "2020-03-27")] }
        let first = UInt64.random(in: 1_000...1_000_000)
        return (0..<asked).map { (first + UInt64($0), size, last) }
    }

    @Test func everythingIsWhereSomebodyLooksAllYear() async throws {
        for (seed, concerns, last) in Self.courses {
            let year = try await Year(seed: seed, concerns: concerns, until: #require(Day(iso: last)))
            do {
                try await year.play()
            } catch {
                let kept = year.place.folder.appendingPathExtension("kept")
                try? FileManager.default.copyItem(at: year.place.folder, to: kept)
                Issue.record(
                    """
                    seed \(seed), the register is in \(kept.path), the last deeds:
                    \(year.deeds.suffix(20).joined(separator: "\n"))
                    \(error)
                    """)
                continue
            }
            let told = year.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("year \(seed): \(year.list.issues.count) issues, \(year.list.actions.count) actions, \(told)")
        }
    }
}
