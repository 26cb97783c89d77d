import Register
import Testing
import UseCases
import Workflow

/// What a form lists for a field, for whoever asks.
@Suite struct ListChoicesTests {
    private func names(_ subject: ListChoices.Subject, as who: String = TestPlace.dco) async throws -> [String] {
        try await TestPlace().asks(ListChoices(subject), as: who).map(\.name)
    }

    @Test func aFieldHasItsOwnChoicesOrThoseOfWhatItRefersTo() async throws {
        #expect(try await names(.field("safeguarding", of: "issue")) == ["no", "yes", "unsure"])
        #expect(
            try await names(.field("area", of: "issue"))
                == ["north", "south", "east", "blackpool", "blackburn-with-darwen"])
        #expect(try await names(.field("destination", of: "issue")).contains("childrens-services"))
        #expect(try await names(.field("anonymous", of: "issue")) == ["yes", "no"])
        #expect(try await names(.field("summary", of: "issue")).isEmpty)
        await #expect(throws: RegisterError.self) { try await names(.field("colour", of: "issue")) }
    }

    @Test func whateverCanBeReferredToIsListed() async throws {
        for kind in ["area", "district", "body", "role", "theme", "concern", "destination", "plan-action", "person"] {
            #expect(try await !names(.kind(kind)).isEmpty, "\(kind)")
        }
        #expect(try await names(.kind("body")).contains("board"))
        #expect(try await names(.kind("role")).contains("dco"))
        let people = try await TestPlace().asks(ListChoices(.kind("person")))
        #expect(people.contains(FieldChoice(name: "Parent Rep North", title: "parent carer representative, North LAP")))
    }

    @Test func meetingsToComeStandFirstAndIssuesOnlyForWhoMaySeeThem() async throws {
        let place = try await TestPlace()
        let issue = try place.raises()
        try place.accepts(issue)
        let meeting = try place.meets(with: issue)
        let before = try place.asks(ListChoices(.field("meeting", of: "issue")), on: "2019-04-11")
        #expect(before.map(\.name) == [meeting])
        #expect(before.map(\.title) == ["North LAP, 30 April 2019, Agenda published"])
        #expect(try place.asks(ListChoices(.kind("issue"))).map(\.name) == [issue])
        #expect(try place.asks(ListChoices(.kind("theme"), limit: 3)).count == 3)
    }
}
