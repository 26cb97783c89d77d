import Foundation
import Packs
import Partnership
import Register
import UseCases
import Workflow

/// What nearly every command starts from: an open register, who asks, and for which day.
struct Session {
    let context: Context
    let options: CommonOptions
    let workplace: Workplace
    /// Who asks and for which day, as the command line, the environment and the configuration name them.
    let request: Request
    /// Who asks is named by the configuration alone, or by nothing.
    private let isConfigured: Bool

    var folder: URL { workplace.folder }
    var share: Share { workplace.share }
    var rulebook: Rulebook { workplace.rulebook }
    /// The day named with `--on` or `LAP_ON`; nil when none was.
    var namedDay: Day? { request.on }
    var day: Day { request.on ?? context.today }

    init(_ context: Context, _ options: CommonOptions) throws {
        self.context = context
        self.options = options
        let folder = try Session.find(context, register: options.register)
        workplace = try Workplace(folder: folder, share: Share(context, own: folder), now: context.now)
        if let day = workplace.foundDamaged, context.stored.warnsFirst() {
            context.console.complain(
                "This register was found damaged on \(Printed.safe(day)), and nothing is written to it: lap fsck\n")
        }
        let request = try Session.request(context, options)
        isConfigured = request.who == nil
        self.request = Request(
            who: try request.who ?? Config.read(folder).user ?? UserConfig.read(context).user, on: request.on,
            key: request.key)
    }

    /// Who asks and for which day, as the command line and the environment name them.
    static func request(_ context: Context, _ options: CommonOptions) throws -> Request {
        if let key = options.key, key.isEmpty || key.utf8.count > 200 {
            throw Failure(.usage, "A key has 1 to 200 bytes.", hint: "One that nobody can guess: --key \"$(uuidgen)\"")
        }
        let request = Request(
            who: try named(context, options),
            on: try options.on.map { try DayText.read($0, today: context.today) } ?? context.usualDay,
            key: options.key)
        if let day = request.on, day > context.today {
            throw Failure(
                .badData, "\(day) lies ahead: what has not happened cannot be recorded.",
                hint: "Give --on today or an earlier day.")
        }
        return request
    }

    /// `--register`, then `LAP_REGISTER`, then the nearest `.lap` in this folder or one above it.
    static func find(_ context: Context, register: String?) throws -> URL {
        let lost = Failure(
            .notFound, lines: ["There was a register here, and its file .lap/register.sqlite is missing."],
            hints: [
                "Put the file back where somebody moved it; or make the register of the last backup, in another folder: lap restore FILE FOLDER"
            ])
        func holdsRegister(_ folder: URL) throws -> Bool {
            var status = stat()
            if stat(folder.appending(path: "register.sqlite").path, &status) == 0 { return true }
            guard errno == EACCES, stat(folder.path, &status) == 0 else {
                if FoundRegister.wasHere(folder) { throw lost }
                return false
            }
            throw Failure(
                .notPermitted, "There is a register there that you may not enter.",
                hint: "Ask whoever keeps it; the folder .lap is theirs alone.")
        }
        if let named = register ?? context.environment["LAP_REGISTER"], !named.isEmpty {
            let folder = context.file(named)
            for candidate in [folder.appending(path: ".lap"), folder] {
                if try holdsRegister(candidate) { return candidate }
            }
            throw Failure(
                .notFound, "There is no register in that folder.", hint: "Make one there with: lap init FOLDER")
        }
        var folder = context.directory.absoluteURL.standardizedFileURL
        while true {
            let candidate = folder.appending(path: ".lap")
            if try holdsRegister(candidate) { return candidate }
            let above = folder.deletingLastPathComponent()
            guard above.path.utf8.count < folder.path.utf8.count else { break }
            folder = above
        }
        throw Failure(
            .notFound, "There is no register in this folder or any above it.",
            hint: "Make one with: lap init FOLDER --profile lancashire --as \"NAME <MAIL>\" --seat BODY/ROLE")
    }

    /// Who acts: `--as`, then `LAP_AS`. Nil when neither names anybody, and the register's configured user acts.
    private static func named(_ context: Context, _ options: CommonOptions) throws -> String? {
        if let actor = options.actor, actor.isEmpty {
            throw Failure(.usage, "--as names nobody.", hint: "Name who acts, or leave the option out.")
        }
        if let actor = options.actor ?? context.environment["LAP_AS"], !actor.isEmpty { return actor }
        return nil
    }

    /// Does a deed on the day of the request, or on another.
    func perform<D: Deed>(_ deed: D, on day: Day? = nil) throws -> Done<D.Answer> {
        do {
            let done = try workplace.perform(
                deed, for: Request(who: request.who, on: day ?? request.on, key: request.key))
            if done.isStored { context.stored.operation = done.operation }
            for line in done.leftovers?.lines ?? [] { context.console.complain(line + "\n") }
            return done
        } catch {
            throw naming(error)
        }
    }

    /// Answers a question as of the day of the request, or of another.
    func ask<Q: Question>(_ question: Q, on day: Day? = nil) throws -> Q.Answer {
        do {
            return try workplace.ask(question, for: Request(who: request.who, on: day ?? request.on))
        } catch {
            throw naming(error)
        }
    }

    /// Checks the whole register.
    func check(against head: String?) throws -> CheckedRegister {
        do {
            return try workplace.check(against: head, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Goes on with a register that does not hold what it once did.
    func adopt(against head: String?) throws -> AdoptedRegister {
        do {
            let adopted = try workplace.adopt(against: head, for: request)
            context.stored.operation = adopted.operation
            return adopted
        } catch {
            throw naming(error)
        }
    }

    /// Makes the register's tables anew from its journal.
    func rebuild() throws -> RebuiltRegister {
        do {
            let rebuilt = try workplace.rebuild(for: request)
            if let operation = rebuilt.operation { context.stored.operation = operation }
            return rebuilt
        } catch {
            throw naming(error)
        }
    }

    /// Tells what a deed would come to.
    func rehearse<D: Rehearsable>(_ deed: D) throws -> D.Answer {
        do {
            return try workplace.rehearse(deed, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Makes a pack in a folder.
    func make(
        _ pack: some PackQuestion, as formats: [PackWriter.Format], in folder: URL, attachedIsRead isRead: Bool = false
    ) async throws -> MadePack {
        do {
            return try await workplace.make(
                pack, as: formats, in: folder, attachedIsRead: isRead, environment: context.environment, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Throws where a PDF that somebody attaches could be set in no pack.
    func mustBeFit(_ names: [String], _ files: [AttachedFile]) async throws {
        try await workplace.mustBeFit(
            names.map { Printed.safe($0, limit: 100) }, files, environment: context.environment)
    }

    /// Prepares messages with a meeting's papers.
    func mail(_ meeting: String, _ kind: PackDocument.Kind?, edition: Edition?, to folder: URL) throws -> Done<
        [PreparedMail]
    > {
        do {
            let done = try workplace.mail(
                meeting, kind, edition: edition, to: folder, environment: context.environment, for: request)
            if done.isStored { context.stored.operation = done.operation }
            return done
        } catch {
            throw naming(error)
        }
    }

    /// Looks through the papers of a meeting before they go out.
    func check(
        _ meeting: String, for edition: Edition, as formats: [PackWriter.Format]
    ) async throws -> CheckedPack {
        do {
            return try await workplace.check(
                meeting, for: edition, as: formats, environment: context.environment, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Gives out a file that was issued, as it was.
    func copyIssued(_ digest: String, to folder: URL) async throws -> PackFile {
        do {
            return try await workplace.copyIssued(digest, to: folder, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Makes the copy that a request about data asks for.
    func copy(
        for reference: String, hiding hidden: [String], releasing released: [String], isLookedAt: Bool
    ) throws -> HeldCopy {
        do {
            return try workplace.copy(
                for: reference, hiding: hidden, releasing: released, isLookedAt: isLookedAt, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Copies the register to a backup.
    func backUp(to file: URL, recipients: [String], rehearsing: Bool) async throws -> BackedUp {
        do {
            return try await workplace.backUp(
                to: file, recipients: recipients, environment: context.environment, rehearsing: rehearsing,
                for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Writes out everything that is stored, to a new file or line by line.
    func export(to file: URL) throws {
        do {
            try workplace.export(to: file, for: request)
        } catch {
            throw naming(error)
        }
    }

    func export(_ put: (String) throws -> Void) throws {
        do {
            try workplace.export(for: request, put)
        } catch {
            throw naming(error)
        }
    }

    /// Recalls a paper that was issued.
    func recall(_ file: URL, because: String, words: String?, at time: String?) async throws -> RecallOutcome {
        do {
            return try await workplace.recall(
                file, because: because, words: words, at: time, environment: context.environment, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Tells every reason why an event cannot happen with what is given so far.
    func objections(to event: CauseEvent) throws -> [Reason] {
        do {
            return try workplace.objections(to: event, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// Tells what an event would come to, without causing it.
    func foresee(_ event: CauseEvent) throws -> ShownOutcome {
        do {
            return try workplace.foresee(event, for: request)
        } catch {
            throw naming(error)
        }
    }

    /// What is not for somebody whom nobody has named may be for whoever is at the terminal; and whom the configuration
    /// names may have been erased since.
    private func naming(_ error: any Error) -> any Error {
        if isConfigured, case RegisterError.nobody = error {
            return Failure(
                .notPermitted, "Whoever the configuration names as the user is not on record, or not any more.",
                hint: "Name yourself with --as or LAP_AS, or correct .lap/config.yaml or your own file: lap config")
        }
        guard request.who == nil, case RegisterError.notPermitted(let line, _) = error else { return error }
        return Failure(.notPermitted, line, hint: "Name yourself with --as, or set LAP_AS.")
    }
}
