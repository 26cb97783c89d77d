import Testing
import Workflow

@testable import Partnership

/// In which order what is brought stands under a standing item, and when each line begins.
struct MatterOrderTests {
    private func matter(
        _ name: String, theme: String? = nil, received: String? = nil, carries: Int = 0,
        purpose: StandingItem.Purpose? = nil
    ) -> Matter {
        var matter = Matter(title: name, purpose: purpose)
        matter.theme = theme
        matter.received = received.flatMap { Day(iso: $0) }
        matter.carries = carries
        return matter
    }

    private func names(_ matters: [Matter], by rules: StandingItem.Order...) -> [String] {
        matters.ordered(by: rules).map(\.title)
    }

    @Test func withoutARuleItStaysAsItCame() {
        #expect(names([matter("b", carries: 1), matter("a", carries: 2)]) == ["b", "a"])
    }

    @Test func theNextRuleDecidesWhereTheOneBeforeFindsTwoAlike() {
        let matters = [
            matter("a", theme: "ot", received: "2019-03-01"), matter("b", theme: "adhd", received: "2019-02-01"),
            matter("c", theme: "ot", received: "2019-01-01", carries: 2), matter("d"),
        ]
        #expect(names(matters, by: .theme, .age) == ["b", "c", "a", "d"])
        #expect(names(matters, by: .age) == ["c", "b", "a", "d"])
        #expect(names(matters, by: .carried, .theme) == ["c", "b", "a", "d"])
        #expect(names(matters, by: .theme) == ["b", "a", "c", "d"])
    }

    @Test func whatIsToBeDecidedComesBeforeWhatIsOnlyHeard() {
        let matters = [
            matter("news", purpose: .information), matter("talk", purpose: .discussion),
            matter("sure", purpose: .assurance), matter("plan", purpose: .approval), matter("issue"),
        ]
        #expect(names(matters, by: .purpose) == ["plan", "issue", "sure", "talk", "news"])
    }

    @Test func aLineBeginsWhenThoseBeforeItAreDone() throws {
        let start = try #require(ClockTime("10:55"))
        #expect(
            AgendaTimes.starts([5, 0, 10, 2], from: start).map { $0?.written } == ["10:55", nil, "11:00", "11:10"])
        let late = try #require(ClockTime("23:50"))
        #expect(AgendaTimes.starts([15, 5], from: late).map { $0?.written } == ["23:50", nil])
    }
}
