import Foundation
import Partnership
import Testing

@testable import Packs

/// The chair's update says what the public minutes say, and each of its sentences rests on something on record.
@Suite struct NewsTests {
    private func text(_ papers: MeetingPapers, after earlier: [MeetingPapers] = []) throws -> String {
        let document = Pack.news(papers, after: earlier).document(for: .public, acronyms: Acronyms([:]))
        return String(decoding: try document.json, as: UTF8.self)
    }

    @Test func itTellsWhatWasSaidAndDecidedAndWhoDoesWhatByWhen() throws {
        let text = try text(Samples.heldMeeting)
        for said in [
            "no standard exists for the wait", "set a standard of eighteen weeks;", "What was decided",
            "Provisional", "Who does what", "A-3: ", "by ", "The log was gone through.", "Next meeting",
        ] {
            #expect(text.contains(said), "\(said)")
        }
    }

    @Test func itTellsNothingOfWhatWasTakenInPrivateButThatSomethingWas() throws {
        let told = try text(Samples.heldMeeting)
        for secret in [
            "supplier", "eight per cent", "the offer be looked at", "A-4", "D-2020-2", "N-5", "SENCO Primary",
        ] {
            #expect(!told.contains(secret), "\(secret)")
        }
        #expect(told.contains("Something was taken in private"))
        var papers = Samples.heldMeeting
        papers.minutes.removeAll { $0.part.isTwo }
        papers.agenda.removeAll { $0.part.isTwo }
        #expect(try !text(papers).contains("private"))
    }

    /// What it rests on, taken away, takes its words with it.
    @Test func eachSentenceRestsOnSomethingOnRecord() throws {
        let papers = Samples.heldMeeting
        let place = try #require(papers.minutes.firstIndex { $0.number == "8.1" })
        let whole = try text(papers)
        let changes: [(String, (inout MeetingPapers) -> Void)] = [
            ("no standard exists for the wait", { $0.minutes[place].discussed = nil }),
            ("set a standard of eighteen weeks;", { $0.minutes[place].decisions = [] }),
            ("Who does what", { $0.minutes[place].actions = [] }),
            ("The log was gone through.", { $0.minutes.removeAll { $0.number == "4" } }),
            ("The minutes are not agreed yet", { $0.status = .agreed(Samples.day("2020-02-11")) }),
            ("Time ran out before", { $0.notReached = [] }),
            ("A high school, Fleetwood", { $0.nextDates = [] }),
            ("Not compliant", { $0.parentRep = .present }),
        ]
        for (words, change) in changes {
            var less = papers
            change(&less)
            #expect(whole.contains(words), "\(words)")
            #expect(try !text(less).contains(words), "\(words)")
        }
    }

    /// The words in which it differs from the public minutes are its own, never anybody's.
    @Test func whatPeopleTypedStandsInThePublicMinutesToo() throws {
        let papers = Samples.heldMeeting
        let minutes = String(
            decoding: try Pack.minutes(papers).document(for: .public, acronyms: Acronyms([:])).json, as: UTF8.self)
        let news = try text(papers)
        func escaped(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
        for typed in Pack.news(papers, after: []).typed
        where typed.text.count > 12 && news.contains(escaped(typed.text)) {
            #expect(minutes.contains(escaped(typed.text)), "\(typed.field)")
        }
    }

    @Test func aBodyThatPublishesDecisionsAloneTellsNoMoreHere() throws {
        var papers = Samples.heldMeeting
        papers.body = Body(id: "north", title: "North LAP", kind: .lap, area: "north", publishing: .summary)
        let told = try text(papers)
        #expect(!told.contains("no standard exists for the wait") && told.contains("set a standard of eighteen weeks;"))
        #expect(told.contains("What was said is told once they are"))
    }

    @Test func severalMeetingsAreToldOneAfterTheOther() throws {
        let document = Pack.news(Samples.heldMeeting, after: [Samples.earlierMeeting]).document(
            for: .public, acronyms: Acronyms([:]))
        #expect(document.subheading == "Meetings from 10 December 2019 to 14 January 2020")
        #expect(
            document.sections.prefix(2).map(\.title) == [
                "Tuesday 10 December 2019", "Tuesday 14 January 2020, 12th meeting",
            ])
        let ids = document.sections.flatMap { [$0.id] + $0.sections.map(\.id) }
        #expect(Set(ids).count == ids.count)
        let pack = Pack.news(Samples.heldMeeting, after: [Samples.earlierMeeting])
        #expect(pack.part == "2019-12-10" && pack.subject == "north-2020-01-14")
        #expect(pack.fileName(for: .public) == "north-2020-01-14-news-from-2019-12-10-public")
    }
}
