import Foundation
import Partnership
import ProfileFile
import Register
import Workflow

/// Makes a register for a partnership: its bodies, areas, themes, concerns, plan actions and vacant seats, and its first
/// person, who seats the others.
public struct FoundRegister: Sendable {
    /// The folder in which `.lap` is made.
    public let folder: URL
    public let profile: ProfileSource
    /// `NAME <MAIL>`.
    public let person: String
    public let seats: [SeatName]
    /// The first day; the present one when nil.
    public let on: Day?

    public init(in folder: URL, profile: ProfileSource, person: String, seats: [SeatName], on: Day? = nil) {
        self.folder = folder
        self.profile = profile
        self.person = person
        self.seats = seats
        self.on = on
    }

    /// Whether a folder `.lap` without a register's file is what is left of one: what only a register that was worked with
    /// leaves lies there.
    public static func wasHere(_ home: URL) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        return !names.contains("register.sqlite")
            && names.contains {
                ["config.yaml", "opened", "read", "unsound"].contains($0) || $0.hasPrefix("register.sqlite")
            }
    }

    /// Made whole or not at all, and nothing that was there before is touched. Throws `RegisterError.unconfirmed` when it is
    /// made and the disk did not say so.
    ///
    /// - Parameter remembering: what `config.yaml` says when a person of this key has made it.
    public func perform(
        with share: Share, remembering: (_ person: String) -> String = { _ in "" },
        now: @escaping @Sendable () -> Date
    ) async throws -> Founded {
        try await perform(with: share, remembering: remembering, now: now) { _ in }
    }

    func perform(
        with share: Share, remembering: (_ person: String) -> String, now: @escaping @Sendable () -> Date,
        before step: @escaping @Sendable (NewRegister.Step) async throws -> Void
    ) async throws -> Founded {
        guard let person = Person(written: person) else { throw AddPerson.noPerson }
        let profile = try ProfileFile.read(share.profile(profile), calendars: Share.host.calendars).get()
        let seats = try seats.compactMap { try checked($0, in: profile) }
        let founding = Founding(
            profile: profile, person: person, seats: seats, on: on ?? Day(inEnglandAt: now()))
        let register = try await NewRegister(in: folder, before: step)
        do {
            try await register.make { aside in
                let home = folder.appending(path: ".lap")
                if let source = self.profile.folder {
                    let brought = BroughtFiles(from: source)
                    try brought.checkFree(in: home)
                    try brought.copy(to: aside)
                }
                // What is there already counts from the first, and is left where it is.
                try BroughtFiles(from: home).copy(to: aside)
                let share = share.with(own: aside)
                try share.verifyOwn()
                _ = try Register.create(
                    path: aside.appending(path: "register.sqlite").path, rulebook: share.rulebook(),
                    founding: founding, now: now)
                let config = aside.appending(path: "config.yaml")
                let text = remembering(person.id)
                if !text.isEmpty { try Data(text.utf8).write(to: config) }
            }
        } catch is DiskSync.Unconfirmed {
            throw RegisterError.unconfirmed(operation: 1)
        }
        return Founded(
            folder: folder.path, profile: profile.name, person: person.id, title: profile.title, name: person.name,
            bodies: profile.bodies.count, themes: profile.themes.count,
            planActions: profile.plans.map(\.actions.count).reduce(0, +),
            caseloads: profile.bodies.filter { body in
                body.kind == .caseload && !seats.contains { $0.body == body.id }
            }.compactMap { body in
                let seat = profile.seats.first { $0.body == body.id }
                return seat.map { Founded.Caseload(title: body.title, seat: "\(body.id)/\($0.role)") }
            })
    }

    /// The profile knows the body and the role, and that there are such seats there. Nil for a seat that serves the
    /// register as a whole, which whoever makes it has anyhow.
    private func checked(_ seat: SeatName, in profile: Profile) throws -> (body: String, role: String)? {
        guard let body = seat.body else {
            if profile.roles.contains(where: { $0.name == seat.role && $0.acts[.register] != nil }) { return nil }
            let example = profile.seats.first.map { "\($0.body)/\($0.role)" } ?? "BODY/ROLE"
            throw RegisterError.badInput(
                "“\(seat.role.prefix(40))” is no seat of a body.",
                remedies: [.say("Seats are written BODY/ROLE, like \(example).")])
        }
        _ = try KnownNames.resolve([body], of: "body", among: profile.bodies.map(\.id))
        _ = try KnownNames.resolve([seat.role], of: "role", among: profile.roles.map(\.name))
        return (body, seat.role)
    }
}

public struct Founded: Sendable, Codable {
    public let folder: String
    /// The profile's name.
    public let profile: String
    /// The person's id.
    public let person: String
    /// The partnership's.
    public let title: String
    /// The person's.
    public let name: String
    public let bodies: Int
    public let themes: Int
    public let planActions: Int
    /// Those without a LAP that nobody sees to yet.
    public let caseloads: [Caseload]

    public struct Caseload: Sendable, Codable {
        /// The body's.
        public let title: String
        /// The seat to be filled, `blackpool/dco`.
        public let seat: String
    }
}
