import Foundation
import Partnership
import Register
import class Register.Operation
import Workflow

/// What nearly every command starts from: an open register, who acts, and for which day.
struct Workplace {
    let context: Context
    let options: CommonOptions
    /// The folder `.lap`.
    let folder: URL
    let share: Share
    let rulebook: Rulebook
    let register: Register
    /// The day named with `--on` or `LAP_ON`; nil when none was.
    let namedDay: Day?

    var day: Day { namedDay ?? context.today }

    init(_ context: Context, _ options: CommonOptions) throws {
        self.context = context
        self.options = options
        folder = try Workplace.find(context, options)
        share = try Share(context, own: folder)
        rulebook = share.rulebook()
        namedDay = try options.on.map { try DayText.read($0, today: context.today) } ?? context.usualDay
        if let namedDay, namedDay > context.today {
            throw Failure(
                .badData, "\(namedDay) lies ahead: what has not happened cannot be recorded.",
                hint: "Give --on today or an earlier day.")
        }
        register = try Register.open(
            path: folder.appending(path: "register.sqlite").path, rulebook: rulebook, now: context.now)
    }

    /// `--register`, then `LAP_REGISTER`, then the nearest `.lap` in this folder or one above it.
    static func find(_ context: Context, _ options: CommonOptions) throws -> URL {
        func holdsRegister(_ folder: URL) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: "register.sqlite").path)
        }
        if let named = options.register ?? context.environment["LAP_REGISTER"], !named.isEmpty {
            let folder = context.file(named)
            for candidate in [folder.appending(path: ".lap"), folder] where holdsRegister(candidate) {
                return candidate
            }
            throw Failure(
                .notFound, "There is no register in that folder.", hint: "Make one there with: lap init FOLDER")
        }
        var folder = context.directory.absoluteURL.standardizedFileURL
        while true {
            let candidate = folder.appending(path: ".lap")
            if holdsRegister(candidate) { return candidate }
            let above = folder.deletingLastPathComponent()
            guard above.path != folder.path else { break }
            folder = above
        }
        throw Failure(
            .notFound, "There is no register in this folder or any above it.",
            hint: "Make one with: lap init FOLDER --profile lancashire --as \"NAME <MAIL>\" --seat BODY/ROLE")
    }

    /// Who acts: `--as`, then `LAP_AS`, then the register's configured user. Nil when nobody is named.
    private func named() throws -> String? {
        if let actor = options.actor ?? context.environment["LAP_AS"], !actor.isEmpty { return actor }
        return try Config.read(folder).user
    }

    /// The standing of whoever reads. Someone unknown may look at what is open to everyone, and at nothing personal.
    func reader(_ view: View) throws -> Standing {
        guard let named = try named() else { return Standing(person: Person(id: "", name: "Nobody"), seats: []) }
        guard let person = try view.person(named) else {
            if options.actor != nil { throw unknown(named, in: try view.people()) }
            return Standing(person: Person(id: "", name: named), seats: [])
        }
        return try view.standing(of: person, on: day)
    }

    /// Reads, on the day named or today.
    func read<T>(_ body: (View, Standing) throws -> T) throws -> T {
        try register.read(on: day) { view in try body(view, reader(view)) }
    }

    /// Writes one operation as whoever acts, who must be known and hold a seat.
    func write<T>(
        _ command: String, on named: Day? = nil, reverses: Int? = nil, rehearsing: Bool = false,
        _ body: (Operation, Standing) throws -> T
    ) throws -> T {
        let day = named ?? day
        let standing = try register.read(on: day) { view -> Standing in
            let standing = try writer(view)
            return try view.standing(of: standing, on: day)
        }
        guard !standing.seats.isEmpty else {
            throw Failure(
                .notPermitted, "\(standing.person.name) held no seat on \(day).",
                hint: "Seat them with lap member seat, or act as someone else with --as.")
        }
        return try register.write(
            as: standing.person, on: day, command: command, reverses: reverses, rehearsing: rehearsing
        ) { try body($0, standing) }
    }

    private func writer(_ view: View) throws -> Person {
        guard let named = try named() else {
            throw Failure(
                .notPermitted, "Nobody is named as the one who acts.", hint: "Name them with --as, or set LAP_AS.")
        }
        guard let person = try view.person(named) else { throw unknown(named, in: try view.people()) }
        return person
    }

    private func unknown(_ name: String, in people: [Person]) -> Failure {
        Failure(
            .notPermitted, "There is nobody called “\(Printed.safe(name, limit: 60))” in this register.",
            hint: NearMiss.hint(for: name, among: people.map(\.name)) ?? "See who there is with: lap member list")
    }
}
