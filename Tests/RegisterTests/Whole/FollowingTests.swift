import Foundation
import Partnership
import Testing
import Workflow
import WorkflowFile

@testable import Register

/// Events that follow from one another, as a register's own workflow may say.
struct FollowingTests {
    /// The families of an issue are counted up by an event that follows from itself, as long as they are few.
    private func counted(to limit: Int) throws -> StoredItem {
        let test = try TestRegister()
        defer { withExtendedLifetime(test) {} }
        let host = Host.partnership(calendars: ["england-and-wales", "scotland", "northern-ireland"])
        let old = test.rulebook
        let text = try old.text(of: "issue").replacing(
            "\nevents:\n",
            with: """

                events:
                  chain:
                    title: Chain
                    from: [logged, acknowledged, accepted]
                    by: [dco, system]
                    sets: {families: families + 1}
                    effects: [{follow: {event: "'chain'", when: families < \(limit)}}]

                """)
        let rulebook = Rulebook(
            source: { $0 == "issue" ? text : try old.text(of: $0) },
            read: { text, name in try WorkflowFile.read(text, name: "\(name).yaml", host: host).get() },
            calendars: { try old.calendars { nil } })
        let register = try Register.open(
            path: test.path, rulebook: rulebook, now: { Date(timeIntervalSince1970: 1_577_836_800) })
        return try register.write(by: TestRegister.dco.name, on: TestRegister.day("2019-12-04"), deed: "test") {
            operation, standing in
            var item = try operation.begin("issue", given: TestRegister.concern, as: standing).item
            for (event, given) in TestRegister.acceptance {
                item = try operation.cause(event, on: item, given: given, as: standing).item
            }
            return try operation.cause("chain", on: item, as: standing).item
        }
    }

    @Test func comeToAnEnd() throws {
        #expect(try counted(to: 20).item.fields["families"] == .number(20))
    }

    @Test func areRefusedWhenTheyGoOnAndOn() throws {
        do {
            _ = try counted(to: 900)
            Issue.record("it came to an end")
        } catch RegisterError.refused(let reasons) {
            #expect(reasons.first?.sentence.hasPrefix("What follows from this has no end: “chain”") == true)
        }
    }
}
