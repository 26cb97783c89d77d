import ArgumentParser
import Foundation
import Partnership
import ProfileFile
import Register
import UseCases
import Workflow

struct Init: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a register for a partnership.",
        discussion:
            "Makes the folder and, in it, .lap with the register: the profile's bodies, areas, themes, concerns, plan actions and vacant seats, and whoever --as names, in the seats of --seat."
    )

    @Argument(help: "The folder to make it in; this one unless told.")
    var folder = "."

    @Option(help: "The partnership's profile, a folder of Data.")
    var profile = "lancashire"

    @Option(help: ArgumentHelp("A seat for whoever makes it; may be given several times.", valueName: "body/role"))
    var seat: [String] = []

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard let written = common.actor ?? context.environment["LAP_AS"], let person = Person(written: written) else {
            throw Failure(
                .usage, "Who makes the register?", hint: "lap init \(folder) --as \"NAME <MAIL>\" --seat north/dco")
        }
        let share = try Share(context)
        let profile = try read(share)
        let rulebook = share.rulebook()
        let roles = try profile.seats.map(\.role) + rulebook.definition("issue").roles
        let seats = try self.seat.map { try SeatText.read($0, bodies: profile.bodies, roles: roles) }
        guard !seats.isEmpty else {
            throw Failure(
                .usage, "\(person.name) needs a seat, or nobody could log anything.",
                hint: "Add --seat BODY/ROLE, for instance --seat \(profile.bodies.first?.id ?? "north")/dco.")
        }
        let day = try common.on.map { try DayText.read($0, today: context.today) } ?? context.usualDay ?? context.today
        let target = context.file(folder)
        let home = target.appending(path: ".lap")
        let file = home.appending(path: "register.sqlite")
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw Failure(
                .cannotWrite, "There is a register in that folder already.", hint: "Look at it with: lap status")
        }
        do {
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotWrite, "The folder cannot be made there.", hint: "Choose a folder you may write to.")
        }
        do {
            _ = try Register.create(
                path: file.path, rulebook: rulebook,
                founding: Founding(profile: profile, person: person, seats: seats, on: day), now: context.now)
            try Data(Config(user: person.name).text.utf8).write(
                to: home.appending(path: "config.yaml"), options: .atomic)
        } catch {
            // A register that did not come about leaves nothing behind.
            try? FileManager.default.removeItem(at: home)
            throw error
        }
        let counts =
            "\(profile.bodies.count) bodies, \(profile.themes.count) themes, \(profile.plans.map(\.actions.count).reduce(0, +)) plan actions"
        try await context.answer(
            Answer(
                """
                Register of the \(profile.title) made in \(folder == "." ? "this folder" : folder): \(counts).
                Next: \(folder == "." ? "" : "cd \(folder), then ")lap member add "NAME <MAIL>" --seat BODY/ROLE, and lap issue raise

                """,
                json: .object([
                    "folder": .string(target.path), "profile": .string(profile.name), "person": .string(person.id),
                ])), common)
    }

    private func read(_ share: Share) throws -> Profile {
        try ProfileFile.read(share.profile(profile), calendars: Share.host.calendars).get()
    }
}
