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

    /// Made whole or not at all, and nothing that was there before is touched.
    public func perform(with share: Share, now: @escaping @Sendable () -> Date) throws -> Founded {
        guard let person = Person(written: person) else { throw AddPerson.noPerson }
        let profile = try ProfileFile.read(share.profile(profile), calendars: Share.host.calendars).get()
        let seats = try seats.compactMap { try checked($0, in: profile) }
        let home = folder.appending(path: ".lap")
        let file = home.appending(path: "register.sqlite")
        guard !FileManager.default.fileExists(atPath: file.path) else { throw RegisterExists() }
        let founding = Founding(
            profile: profile, person: person, seats: seats, on: on ?? Day(inEnglandAt: now()))
        let made = try makeFolders(home)
        let brought = self.profile.folder.map { BroughtFiles(from: $0, to: home) }
        do {
            try brought?.copy()
        } catch {
            FoundRegister.removeEmpty(made)
            throw error
        }
        do {
            let share = share.with(own: home)
            try share.verifyOwn()
            // Made beside its place, so that whoever is interrupted leaves no half a register.
            let draft = home.appending(path: "register.sqlite.\(UUID().uuidString)")
            defer { FoundRegister.remove(draft) }
            _ = try Register.create(path: draft.path, rulebook: share.rulebook(), founding: founding, now: now)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
            do {
                // Unlike a move, a link never replaces what somebody else has made there meanwhile.
                try FileManager.default.linkItem(at: draft, to: file)
            } catch {
                guard !FileManager.default.fileExists(atPath: file.path) else { throw RegisterExists() }
                try FileManager.default.moveItem(at: draft, to: file)
            }
        } catch {
            brought?.remove()
            FoundRegister.removeEmpty(made)
            throw error
        }
        return Founded(
            folder: folder.path, profile: profile.name, person: person.id, title: profile.title, name: person.name,
            bodies: profile.bodies.count, themes: profile.themes.count,
            planActions: profile.plans.map(\.actions.count).reduce(0, +))
    }

    private static func remove(_ draft: URL) {
        for file in [draft, URL(filePath: draft.path + "-journal")] { try? FileManager.default.removeItem(at: file) }
    }

    /// Folders made for a register that did not come about go again, unless somebody has put something into them.
    private static func removeEmpty(_ folders: [URL]) {
        for folder in folders {
            let inside = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
            if inside?.isEmpty == true { try? FileManager.default.removeItem(at: folder) }
        }
    }

    /// The folders that had to be made, the deepest first.
    private func makeFolders(_ home: URL) throws -> [URL] {
        var missing: [URL] = []
        var above = home.standardizedFileURL
        while !FileManager.default.fileExists(atPath: above.path), above.pathComponents.count > 1 {
            missing.append(above)
            above = above.deletingLastPathComponent()
        }
        do {
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: home.path)
        } catch {
            FoundRegister.removeEmpty(missing)
            throw UnwritableFolder()
        }
        return missing
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

/// The folder for a register cannot be made.
public struct UnwritableFolder: Error {}

/// There is a register in the folder already.
public struct RegisterExists: Error {}

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
}
