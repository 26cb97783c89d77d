import Foundation
import Packs
import Testing
import UseCases
import Workflow

/// Every answer is a value that any door can send on: it goes into JSON, and comes back as what it was.
@Suite struct AnswerTests {
    /// As JSON, and as JSON again of what was read back.
    private func comesBack<Answer: Codable>(_ answer: Answer) throws -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = try encoder.encode(answer)
        return try encoder.encode(JSONDecoder().decode(Answer.self, from: text)) == text
    }

    @Test func whatDeedsAnswerComesBack() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        try place.accepts(issue)
        let meeting = try place.meets(with: issue)
        #expect(try comesBack(place.does(CauseEvent("remark", of: "issue", on: issue, given: ["remark": .text("x")]))))
        #expect(try comesBack(place.does(BuildAgenda(of: meeting))))
        #expect(try comesBack(place.does(Attend(meeting: meeting, entries: [.present("DCO North")]), on: "2019-04-30")))
        try place.causes("hold", on: meeting, of: "meeting", on: "2019-04-30")
        #expect(
            try comesBack(
                place.does(RecordMinutes(.discussed("Welcome"), under: "1", of: meeting), on: "2019-04-30")))
        #expect(
            try comesBack(
                place.does(
                    DeclareInterest("A cousin", of: "DCO North", in: "1", of: meeting, withdraws: false),
                    on: "2019-04-30")))
        #expect(try comesBack(place.does(LetTimePass())))
        #expect(try comesBack(place.does(UpgradeItems(["issue"], clocks: .keep))))
        let last = try place.asks(FindOperation(nil))
        #expect(try comesBack(place.rehearses(UndoOperation(last))))
        #expect(try await comesBack(place.makes(MakeAgendaPack(of: meeting, for: .members), on: "2019-04-30")))
    }

    @Test func whatQuestionsAnswerComesBack() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        try place.accepts(issue)
        let meeting = try place.meets(with: issue)
        let caused = try place.causes("remark", on: issue, ["remark": .text("x")], on: "2019-04-11")
        let steps = try place.asks(NextSteps(issue, workflow: "issue"))
        #expect(steps.steps.contains { !$0.reasons.isEmpty })
        #expect(try comesBack(steps))
        #expect(try comesBack(place.asks(ShowOutcome(caused))))
        #expect(try comesBack(place.asks(ShowItem(issue))))
        #expect(try comesBack(place.asks(ShowMeeting(meeting))))
        #expect(try comesBack(place.asks(ListIssues())))
        #expect(try comesBack(place.asks(ListMeetings())))
        #expect(try comesBack(place.asks(ListSeats())))
        #expect(try comesBack(place.asks(TellStatus(.own, in: place.workplace))))
        #expect(try comesBack(place.asks(WhoMay(.person("DCO North"), in: ["issue", "meeting"]))))
        let traced = try place.asks(TraceItem(issue, workflow: "issue"))
        #expect(try comesBack(traced))
        #expect(try traced.definition().name == "issue" && traced.state == "on-agenda")
        #expect(traced.visited.contains("accepted"))
        let staff = try place.asks(FindStaff(for: "issue"))
        #expect(try comesBack(staff))
        #expect(!staff.bodies.isEmpty && staff.bodies.allSatisfy { $0.roles["action-owner"]?.contains(1) ?? false })
    }
}
