import Testing
import Workflow

@testable import LapCommands

/// What would help, in the words of the command line.
struct RemedyTextTests {
    @Test(arguments: [
        (Remedy.give(["late-reason"]), "Give --late-reason."),
        (.give(["method", "said", "did"]), "Give --method, --said and --did."),
        (.cause(event: "edit", giving: ["consent"]), "lap issue edit N-7 --consent …"),
        (.cause(event: "resume"), "lap issue resume N-7"),
        (.cause(event: "log", workflow: "issue"), "lap issue raise …"),
        (.cause(event: "schedule", workflow: "meeting", giving: ["date"]), "lap meeting schedule --date …"),
        (
            .cause(event: "schedule", workflow: "meeting", giving: ["body", "date"]),
            "lap meeting schedule BODY --date …"
        ),
        (.cause(event: "open", workflow: "action", item: "A-1"), "lap action open A-1"),
        (.act(as: ["dco"]), "Have somebody with that role do it, with --as."),
        (.date, "Say when it happened with --on."),
        (.say("Choose a later meeting."), "Choose a later meeting."),
        (.deed("attend"), "lap meeting attend MEETING --present NAME"),
        (.deed("attend", on: "north-2020-01-14"), "lap meeting attend north-2020-01-14 --present NAME"),
        (.deed("show"), "lap show N-7"), (.deed("list"), "lap issue list"), (.deed("log"), "lap log"),
        (.deed("list", on: "action"), "lap action list"), (.deed("log", on: "N-7"), "lap log N-7"),
        (.deed("seat", on: "Board Secretary"), "lap member seat \"Board Secretary\" --seat BODY/ROLE"),
        (.deed("add-person"), "lap member add \"NAME <MAIL>\" --seat BODY/ROLE"),
        (.deed("check-workflow", on: "issue"), "lap workflow check issue"),
        (.deed("sign-in"), "Name yourself with --as, or set LAP_AS."),
        (.dated(from: Day(iso: "2020-01-14")!), "Give --on 2020-01-14 or a later day."),
    ])
    func isSaid(remedy: Remedy, text: String) {
        #expect(remedy.text(noun: .of(workflow: "issue"), reference: "N-7") == text)
    }

    @Test func aMeetingsOwnDeedsNameIt() {
        let noun = Noun.of(workflow: "meeting")
        let said = [Remedy.deed("build-agenda"), .deed("minute"), .deed("make-pack"), .deed("declare")].map {
            $0.text(noun: noun, reference: "north-2020-01-14")
        }
        #expect(
            said == [
                "lap agenda build north-2020-01-14", "lap minutes record north-2020-01-14 ITEM --discussed …",
                "lap pack agenda north-2020-01-14",
                "lap meeting declare north-2020-01-14 ITEM --person NAME --interest …",
            ])
    }

    @Test func refusalsAndWhatComesNextNameTheItemAndItsOptions() async throws {
        let season = try await Season()
        try await season.raise("--safeguarding", "unsure")
        let refused = await season.refusal(
            "issue", "acknowledge", "N-1", "--method", "phone", "--reply-by", "2019-04-08", "--on", "2019-04-01")
        #expect(refused.said.contains("Hint: lap issue divert N-1 --destination … --external-reference …\n"))
        let next = try await season.does("issue", "next", "N-1", "--on", "2019-04-01", "--json=event,reasons")
        #expect(next.contains("\"remedy\":\"lap issue divert N-1 --destination … --external-reference …\""))
        let empty = await season.refusal("issue", "divert", "N-1", "--on", "2019-04-01")
        #expect(empty.said.hasSuffix("Hint: Give --destination.\nHint: Give --external-reference.\n"))
    }
}
