import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases

struct Init: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a register for a partnership.",
        discussion:
            "Makes the folder and, in it, .lap with the register: the profile's bodies, areas, themes, concerns, plan actions and vacant seats, and whoever --as names, who seats the others and holds the seats of --seat."
    )

    @Argument(help: "The folder to make it in; this one unless told.")
    var folder = "."

    @Option(help: "The partnership's profile: its name, or with a slash the folder it is in.")
    var profile = "lancashire"

    @Option(help: ArgumentHelp("A seat for whoever makes it; may be given several times.", valueName: "body/role"))
    var seat: [String] = []

    @OptionGroup var common: CommonOptions

    /// Who is to see to the families of an area without a LAP.
    private static func line(_ caseload: Founded.Caseload) -> String {
        "Nobody sees to the \(caseload.title) yet, whose area has no LAP: lap member add \"NAME <MAIL>\" --seat "
            + "\(caseload.seat), or for yourself --seat \(caseload.seat) when you make the register\n"
    }

    func run(_ context: Context) async throws {
        guard let written = common.actor ?? context.environment["LAP_AS"], !written.isEmpty else {
            throw Failure(
                .usage, "Who makes the register?", hint: "lap init \(folder) --as \"NAME <MAIL>\" --seat north/dco")
        }
        guard !folder.isEmpty else {
            throw Failure(.usage, "In which folder?", hint: "lap init FOLDER; leave it out for this one.")
        }
        let seats = try seat.map(SeatText.read)
        let day = try common.on.map { try DayText.read($0, today: context.today) } ?? context.usualDay
        let founding = FoundRegister(
            in: context.file(folder),
            profile: profile.contains("/") ? .folder(context.file(profile)) : .named(profile), person: written,
            seats: seats, on: day)
        // Who made the register acts in it from now on, unless told otherwise.
        let founded = try await founding.perform(
            with: Share(context), remembering: { Config(user: $0).text }, now: context.now)
        let counts =
            "\(founded.bodies) bodies, \(founded.themes) themes, \(founded.planActions) plan actions"
        context.stored.hasMade = true
        try await context.answer(
            Answer(
                """
                Register of the \(founded.title) made in \(folder == "." ? "this folder" : folder): \(counts).
                Next: \(folder == "." ? "" : "cd \(folder), then ")lap member add "NAME <MAIL>" --seat BODY/ROLE\(seats.isEmpty ? "" : ", and lap issue raise")
                \(founded.caseloads.map(Self.line).joined())
                """,
                json: .object([
                    "folder": .string(founded.folder), "profile": .string(founded.profile),
                    "person": .string(founded.person),
                ])), common)
    }
}
