import Register
import Testing
import UseCases
import Workflow

/// What is asked next, whichever door asks it.
@Suite struct EventDialogueTests {
    private func dialogue(_ place: TestPlace, _ event: String) throws -> EventDialogue {
        let definition = try place.workplace.rulebook.definition("issue")
        let event = try #require(definition.event(event))
        return EventDialogue(event, of: definition)
    }

    private let request = Request(who: TestPlace.dco)

    @Test func whatIsMissingIsAskedOnceInTheOrderOfTheWorkflow() async throws {
        let place = try await TestPlace()
        var dialogue = try dialogue(place, "log")
        var given: [String: Value] = ["area": .text("north"), "raised-by": .text("school")]
        let answers: [String: Value] = [
            "safeguarding": .text("no"), "received": .day(Day(iso: "2019-07-02")!), "channel": .text("email"),
            "theme": .text("salt"), "summary": .text("A long wait"), "parallel": .list(["none"]),
        ]
        var asked: [String] = []
        var offered: [String] = []
        loop: while true {
            let reasons = try place.workplace.objections(
                to: CauseEvent("log", of: "issue", given: given), for: request)
            #expect(!dialogue.isFinal(reasons))
            switch dialogue.next(reasons, given: given) {
            case .field(let field):
                asked.append(field.name)
                given[field.name] = answers[field.name]
            case .offer(let field): offered.append(field.name)
            case .satisfy(let rule, _):
                Issue.record("\(rule.sentence)")
                break loop
            case .nothing: break loop
            }
        }
        #expect(asked == ["safeguarding", "received", "channel", "theme", "summary", "parallel"])
        #expect(offered.starts(with: ["complaint", "name", "contact", "format"]) && offered.contains("consent"))
        #expect(try place.does(CauseEvent("log", of: "issue", given: given)).answer.state == "logged")
    }

    @Test func aDistrictStandsInForTheArea() async throws {
        let place = try await TestPlace()
        let dialogue = try dialogue(place, "log")
        let area = try #require(dialogue.fields.first { $0.name == "area" })
        #expect(dialogue.standIn(for: area, given: [:])?.name == "district")
        #expect(dialogue.standIn(for: area, given: ["district": .text("wyre")]) == nil)
    }

    @Test func whatNoAnswerRemovesIsFinal() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        let dialogue = try dialogue(place, "resolve-early")
        let reasons = try place.workplace.objections(
            to: CauseEvent("resolve-early", of: "issue", on: issue, given: [:]), for: request)
        #expect(dialogue.isFinal(reasons))
        #expect(dialogue.firm(reasons).contains { $0.kind == .state })
    }
}
