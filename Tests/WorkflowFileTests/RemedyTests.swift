import StrictYAML
import Testing
import Workflow

@testable import WorkflowFile

/// What would help is data, checked like everything else in a file.
struct RemedyTests {
    private static let rule = "otherwise: Too often.}"

    private func text(_ remedy: String) -> String {
        VerificationTests.sound.replacing(Self.rule, with: "otherwise: Too often., remedy: \(remedy)}")
    }

    private func problems(_ remedy: String) -> [String] {
        guard
            case .failure(let problems) = WorkflowFile.read(text(remedy), name: "sample.yaml", host: Shipped.host)
        else { return [] }
        return problems.problems.map { [$0.sentence, $0.hint].compactMap(\.self).joined(separator: " ") }
    }

    @Test(arguments: [
        ("{event: finish}", [Remedy.cause(event: "finish")]),
        ("{event: finish, giving: [secret]}", [.cause(event: "finish", giving: ["secret"])]),
        // Another item of this workflow, since the event begins one.
        ("{event: begin}", [.cause(event: "begin", workflow: "sample")]),
        (
            "{event: schedule, of: meeting, giving: date}",
            [.cause(event: "schedule", workflow: "meeting", giving: ["date"])]
        ),
        ("{deed: attend}", [.deed("attend")]),
        ("[{date: yes}, {act-as: [boss, clerk]}]", [.date, .act(as: ["boss", "clerk"])]),
        ("{say: Ask for more time.}", [.say("Ask for more time.")]),
    ])
    func isReadAsData(written: String, remedies: [Remedy]) throws {
        let definition = try WorkflowFile.read(text(written), name: "sample.yaml", host: Shipped.host).get()
        #expect(definition.event("wait")?.rules.first?.remedies == remedies)
    }

    @Test(arguments: [
        ("Finish it.", "A remedy should be a mapping (key: value); here is text."),
        ("{event: finsh}", "There is no event “finsh”. Did you mean “finish”?"),
        ("{event: finish, giving: secrt}", "There is no field “secrt”. Did you mean “secret”?"),
        ("{give: leve}", "There is no field “leve”. Did you mean “level”?"),
        ("{give: level}", "The event does not ask “level”."),
        ("{act-as: bos}", "There is no role “bos”. Did you mean “boss”?"),
        ("{deed: atend}", "There is no deed “atend”. Did you mean “attend”?"),
        ("{event: sch edule, of: meeting}", "“sch edule” cannot be the event's name."),
        ("{date: yes, giving: level}", "“giving” goes with “event”."),
        ("{date: yes, say: Or so.}", "A remedy is one of give, event, deed, date, act-as or say."),
        ("{sya: No.}", "A remedy has no key “sya”. Did you mean “say”?"),
        ("{say: Try lap meeting list.}", "A sentence names no command and no option"),
        ("{say: Give --due.}", "A sentence names no command and no option"),
    ])
    func isChecked(written: String, problem: String) {
        let found = problems(written)
        #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
    }

    @Test func theKernelTellsWhatWouldHelpAsData() throws {
        let story = try Case.issue(at: "on-agenda")
        #expect(try story.reasons("defer", as: "viewer").first?.remedies == [.act(as: ["chair"])])
        let missing = try story.reasons("defer", as: "chair")
        #expect(missing.map(\.remedies) == [[.give(["deferred-because"])], [.give(["next-meeting"])]])
    }

    /// No sentence that people read names a command or an option, whatever door they come by.
    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk", "draft",
    ])
    func noSentenceOfTheShippedFilesNamesACommand(name: String) throws {
        let definition = try Shipped.definition(name)
        var sentences = definition.fields.compactMap(\.help) + definition.events.compactMap(\.summary)
        for rule in definition.rules + definition.events.flatMap(\.rules) { sentences.append(rule.otherwise) }
        for sentence in sentences {
            #expect(!sentence.contains("--") && !sentence.split(separator: " ").contains("lap"), "\(sentence)")
        }
    }
}
