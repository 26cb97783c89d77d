import Packs
import Register
import Testing
import UseCases
import Workflow

/// What is told at intake when a detail stands in the open (rule R9).
@Suite struct DetailTests {
    private func found(
        _ summary: String, in place: TestPlace, as who: String = TestPlace.dco
    ) throws -> [PersonalFinding] {
        let issue = try place.raises(["summary": .text(summary), "name": .text("Family Numbat")])
        return try place.workplace.details(inOpenFieldsOf: [issue], for: Request(who: who))
    }

    @Test(arguments: [
        ("Ring 01632 960 222 about the wait", "a telephone number"),
        ("NHS 943 476 5919 waits", "an NHS number"),
        ("Pupil H801200001001 waits", "a unique pupil number"),
        ("Waits at LA1 1YN", "a postcode"),
        ("With AB 12 34 56 C", "a National Insurance number"),
        ("A child born on 3 May 2012 waits", "a date of birth"),
    ])
    func aNumberIsTold(summary: String, kind: String) async throws {
        #expect(try found(summary, in: await TestPlace()).map(\.kind) == [kind])
    }

    @Test func anotherFamilysNameIsToldToWhoMayReadItAndMasked() async throws {
        let place = try await TestPlace()
        _ = try place.raises(["name": .text("Mrs Jane Farnworth"), "child-name": .text("Toby")])
        let found = try found("What the Farnworths were told", in: place)
        #expect(found.map(\.issue) == ["N-1"])
        #expect(found.allSatisfy { !$0.sentence.contains("Farnworth") })
        // The same words, told to somebody who may not read whose they are.
        let issue = try place.raises(["summary": .text("What the Farnworths were told")])
        let request = Request(who: "Viewer North")
        #expect(try place.workplace.details(inOpenFieldsOf: [issue], for: request).isEmpty)
    }

    @Test func anInnocentSummaryIsToldNothingOf() async throws {
        let place = try await TestPlace()
        _ = try place.raises(["name": .text("Mrs Carol Young")])
        #expect(try found("Young people wait since 1 April 2019", in: place).isEmpty)
    }
}
