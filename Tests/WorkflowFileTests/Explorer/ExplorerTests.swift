import Foundation
import Testing
import Workflow

@testable import WorkflowFile

/// Everything that is said of random small workflows, against trying everything with an evaluator of its own.
/// `LAP_EXPLORE=5000` looks at so many with fresh seeds, `LAP_EXPLORE_SEED=17` at one of them again (several with commas).
struct ExplorerTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let asked = environment["LAP_EXPLORE"].flatMap { Int($0) }
    private static let seeds = environment["LAP_EXPLORE_SEED"]?.split(separator: ",").compactMap { UInt64($0) }

    @Test func noVerdictIsWrong() throws {
        let first = Self.asked.map { _ in UInt64.random(in: 1_000...(.max / 2)) } ?? 1
        let seeds = Self.seeds ?? (0..<(Self.asked ?? 300)).map { first + UInt64($0) }
        var counts: [String: Int] = [:]
        var wrong = 0
        for seed in seeds {
            var source = SmallSource(seed: seed)
            let check = try SmallCheck(source.small())
            counts.merge(check.counts) { $0 + $1 }
            guard !check.wrong.isEmpty else { continue }
            wrong += 1
            Issue.record("seed \(seed): \(check.wrong.joined(separator: "; "))\n\(check.text)")
        }
        let kept = counts["kept", default: 0]
        let broken = counts["broken", default: 0]
        let unproved = counts["unproved", default: 0]
        print("explorer: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
        print(
            "explorer: \(unproved * 100 / max(1, kept + broken + unproved))% of promises unproved, \(wrong) files wrong"
        )
        #expect(wrong == 0)
        if Self.seeds == nil { #expect(unproved * 10 < kept + broken + unproved) }
    }
}
