import ArgumentParser
import Register
import Workflow

struct MeetingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Meetings, from the day they are scheduled until their minutes are signed.",
        discussion:
            "Verbs besides these: schedule, publish, hold, conclude, circulate and every event of the workflow (lap workflow show meeting), each with its own --help.",
        subcommands: [
            MeetingList.self, MeetingShow.self, MeetingNext.self, MeetingAttend.self, MeetingDeclare.self,
        ])
}

struct MeetingShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one meeting: its dates, agenda, attendance and decisions.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await MeetingPage(reference: ref).show(context, common) }
}

struct MeetingNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a meeting now, who may do it, and why the rest cannot.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "meeting", workflow: "meeting").show(context, common)
    }
}

struct MeetingList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List meetings, latest first.")

    @Option(help: "Only one body's.") var body: String?
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let rows = try Workplace(context, common).read { view, _ in
            try view.meetings(body: body, limit: max(1, limit)).map { line -> [JSON] in
                [
                    .string(line.reference), .string(line.state), .string(line.happens?.description),
                    .string(line.due?.description), .string(line.clock), .number(line.version),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Ref", key: "ref", stretches: true), .init(header: "State", key: "state"),
                        .init(header: "Date", key: "date"), .init(header: "Due", key: "due"),
                        .init(header: "For", key: "dueFor"), .init(header: "Version", key: "version"),
                    ], rows: rows)), common)
    }
}
