import Foundation
import Packs
import Testing
import UseCases
import Workflow

/// A register of the shipped profile in a folder of its own, which goes when the test ends: what a door needs, and nothing
/// of a command line. It is always 1 August 2019.
final class TestPlace: Sendable {
    let folder: URL
    let workplace: Workplace
    static let dco = "DCO North"
    static let deputy = "Deputy DCO North"
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-place-\(UUID().uuidString)")
        let share = try #require(Share(root: TestPlace.checkout))
        let now: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_564_648_200) }
        _ = try await FoundRegister(
            in: folder, profile: .named("lancashire"), person: "\(TestPlace.dco) <dco.north@example.org>",
            seats: ["north/dco", "north/chair"].compactMap(SeatName.init(written:)), on: Day(iso: "2019-01-07")
        ).perform(with: share, now: now)
        workplace = try Workplace(folder: folder.appending(path: ".lap"), share: share, now: now)
        for (name, seat) in [
            (TestPlace.deputy, "north/dco"), ("Parent Rep North", "north/parent-rep"), ("Viewer North", "north/viewer"),
        ] {
            _ = try does(
                AddPerson(
                    name, seats: [try #require(SeatName(written: seat))],
                    terms: SeatTerms(since: Day(iso: "2019-01-07"))), on: "2019-01-07")
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func request(_ who: String, _ day: String?) -> Request {
        Request(who: who, on: day.flatMap { Day(iso: $0) })
    }

    func does<D: Deed>(_ deed: D, as who: String = TestPlace.dco, on day: String? = nil) throws -> Done<D.Answer> {
        try workplace.perform(deed, for: request(who, day))
    }

    func asks<Q: Question>(_ question: Q, as who: String = TestPlace.dco, on day: String? = nil) throws -> Q.Answer {
        try workplace.ask(question, for: request(who, day))
    }

    func checks(as who: String = TestPlace.dco) throws -> CheckedRegister {
        try workplace.check(for: request(who, nil))
    }

    func rehearses<D: Rehearsable>(_ deed: D, as who: String = TestPlace.dco, on day: String? = nil) throws -> D.Answer
    {
        try workplace.rehearse(deed, for: request(who, day))
    }

    func makes(_ pack: some PackQuestion, as who: String = TestPlace.dco, on day: String) async throws -> MadePack {
        try await workplace.make(
            pack, as: [.html], in: folder.appending(path: "packs"), environment: [:], for: request(who, day))
    }

    /// Logs a concern of North and returns its reference; values given replace the usual ones.
    func raises(_ own: [String: Value] = [:]) throws -> String {
        let given: [String: Value] = [
            "area": .text("north"), "raised-by": .text("parent-carer"), "channel": .text("email"),
            "received": .day(Day(iso: "2019-04-01")!), "theme": .text("salt"), "safeguarding": .text("no"),
            "parallel": .list(["none"]), "consent": .list(["record", "discuss-anonymised"]),
            "summary": .text("Nine-month wait for a first appointment"), "name": .text("Family Quokka"),
            "contact": .text("quokka@example.org"),
        ]
        return try does(CauseEvent("log", of: "issue", given: given.merging(own) { $1 })).answer.reference
    }

    @discardableResult
    func causes(
        _ event: String, on issue: String, of workflow: String = "issue", _ given: [String: Value] = [:],
        on day: String,
        as who: String = TestPlace.dco
    ) throws -> Caused {
        try does(CauseEvent(event, of: workflow, on: issue, given: given), as: who, on: day).answer
    }

    func accepts(_ issue: String) throws {
        try causes(
            "acknowledge", on: issue, ["method": .text("email"), "reply-by": .day(Day(iso: "2019-04-08")!)],
            on: "2019-04-02")
        try causes(
            "accept", on: issue,
            [
                "scope": .text("systemic"), "families": .number(14), "phase": .text("primary"), "severity": .number(3),
                "tried": .text("Asked twice"), "services": .text("Therapy"), "outcome-sought": .text("A date"),
            ], on: "2019-04-03")
    }

    /// A published meeting of North on 30 April with an issue on its agenda.
    func meets(with issue: String) throws -> String {
        let meeting = try does(
            CauseEvent(
                "schedule", of: "meeting", given: ["body": .text("north"), "date": .day(Day(iso: "2019-04-30")!)]),
            on: "2019-04-03"
        ).answer.reference
        try causes("schedule", on: issue, ["meeting": .text(meeting)], on: "2019-04-03")
        _ = try does(BuildAgenda(of: meeting), on: "2019-04-03")
        try causes("publish", on: meeting, of: "meeting", on: "2019-04-10")
        return meeting
    }
}
