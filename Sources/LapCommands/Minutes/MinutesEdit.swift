import ArgumentParser
import Foundation
import Ledger
import Packs
import Partnership
import Register
import UseCases
import Workflow

struct MinutesEdit: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Write the minutes of the whole meeting as one text, item by item.",
        discussion:
            "The editor opens on every item with what is minuted so far. All that was changed is stored as one operation, or nothing is, and what was written is kept and offered again."
    )

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Option(
        help: "A file with the text instead of the editor, as lap minutes show --sheet gives it; - for standard input.")
    var file: String?
    @Flag(help: "It takes the place of what somebody else recorded meanwhile.") var replace = false
    @Flag(help: "Though it tells of what was taken in private, it is for the public minutes.") var inPublic = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        guard let file else {
            guard context.console.isInteractive else {
                throw Failure(
                    .usage, "There is no terminal to open an editor at.",
                    hint: "Give --file FILE, or --file - for standard input; lap minutes show \(ref) --sheet makes one."
                )
            }
            return try await edit(session)
        }
        let text = try MinutesEdit.read(file, context)
        do {
            try await tell(store(text, named: file == "-" ? "minutes" : file, session), session)
        } catch let late as TooLate {
            throw late.failure
        } catch  where file == "-" {
            throw try keeping(text, Failure(error), session)
        }
    }

    /// At a terminal, until it is stored or given up.
    private func edit(_ session: Session) async throws {
        let console = session.context.console
        var sheet = try session.ask(ReadMinutesSheet(of: ref))
        var text = sheet.text
        var kept = KeptSheet.last(of: sheet.meeting, home: session.folder, who: session.request.who, session.context)
        if let found = kept, let own = found.text, isWanted(found, console) {
            text = (try? WrittenMinutes(reading: own, name: "")).map { sheet.text(goingOnWith: $0) } ?? own
        } else {
            kept = nil
        }
        while true {
            guard let written = try await opened(text, session) else {
                throw ended(kept, "Nothing was written; nothing was changed.")
            }
            do {
                let done = try store(written, named: "minutes", session)
                kept?.remove()
                return try await tell(done, session)
            } catch let late as TooLate {
                throw late.failure
            } catch {
                let failure = Failure(error)
                console.complain(failure.text)
                let old = kept
                kept = try KeptSheet.keep(
                    written, of: sheet.meeting, home: session.folder, who: session.request.who, session.context)
                old?.remove()
                text = written
                if let moved = error as? MinutesMoved, let own = try? WrittenMinutes(reading: written, name: "") {
                    sheet = try session.ask(ReadMinutesSheet(of: ref))
                    let who = moved.items.compactMap { item in item.by.map { (item.number, $0) } }
                    text = sheet.text(goingOnWith: own, recordedBy: Dictionary(who) { $1 })
                }
                guard let answer = console.ask("Return to go on writing, or stop: "), answer.lowercased() != "stop"
                else { throw ended(kept, "Nothing was stored.", failure.code) }
            }
        }
    }

    private func opened(_ text: String, _ session: Session) async throws -> String? {
        do {
            return try await session.context.console.edit(text, suffix: "-minutes.txt", in: session.folder)
        } catch let missing as NoEditor {
            throw Failure(
                .configuration, "There is no editor “\(Printed.safe(missing.name, limit: 40))” here.",
                hint: "Set VISUAL or EDITOR to one there is, or give --file FILE.")
        }
    }

    private func isWanted(_ kept: KeptSheet, _ console: any Console) -> Bool {
        let question =
            "What you wrote before could not be stored, and is kept in \(Printed.safe(kept.file.path)). Go on with it? [Y/n] "
        return !["n", "no"].contains(console.ask(question)?.lowercased() ?? "")
    }

    private func ended(_ kept: KeptSheet?, _ sentence: String, _ code: Failure.Code = .interrupted) -> Failure {
        guard let kept else { return Failure(.interrupted, sentence) }
        return Failure(
            code, "\(sentence) What you wrote is kept in \(kept.file.path).",
            hint: "It is offered again by: lap minutes edit \(ref)")
    }

    /// What came by standard input is nowhere else.
    private func keeping(_ text: String, _ failure: Failure, _ session: Session) throws -> Failure {
        let kept = try KeptSheet.keep(
            text, of: ref, home: session.folder, who: session.request.who, session.context)
        return Failure(
            failure.code, lines: failure.lines,
            hints: failure.hints + ["What was written is kept in \(kept.file.path)."])
    }

    /// Stores what can be: at a terminal, what tells of private matters is asked about.
    private func store(_ text: String, named name: String, _ session: Session) throws -> Done<EditedMinutes> {
        let written = try WrittenMinutes(reading: text, name: Printed.safe(name, limit: 60))
        func perform(_ isForPublic: Bool) throws -> Done<EditedMinutes> {
            try session.perform(EditMinutes(of: ref, as: written, replacing: replace, isForPublic: isForPublic))
        }
        do {
            return try perform(inPublic)
        } catch RegisterError.refused(let reasons)
            where !inPublic && session.context.console.isInteractive && reasons.allSatisfy(\.mayBeInPublic)
        {
            guard session.context.console.insistsOnPublic(reasons, "Minute it in public?") else {
                throw RegisterError.refused(reasons)
            }
            return try perform(true)
        }
    }

    /// Past this it is stored, and nothing has to be kept.
    private func tell(_ done: Done<EditedMinutes>, _ session: Session) async throws {
        do {
            let edited = done.answer
            var details: [PersonalFinding] = []
            for item in edited.changed {
                guard let text = item.minuted.words else { continue }
                details += try session.workplace.details(in: text, under: item.item, of: ref, for: session.request)
            }
            try await session.context.answer(
                Answer(
                    words(edited, done),
                    json: JSON(encoding: edited).adding("warnings", JSON(encoding: details))), common)
            if !common.json { session.context.console.complain(DetailWarning(details: details).text) }
        } catch {
            throw TooLate(failure: Failure(error))
        }
    }

    private func words(_ edited: EditedMinutes, _ done: Done<EditedMinutes>) -> String {
        func items(_ title: String, _ choose: (MinutedText) -> Bool) -> String {
            let numbers = edited.changed.filter { choose($0.minuted) }.map(\.item)
            return numbers.isEmpty ? "" : "\(title): \(numbers.joined(separator: ", ")).\n"
        }
        let kept =
            edited.kept.isEmpty
            ? "" : "Somebody else recorded meanwhile, and it stays: \(edited.kept.joined(separator: ", ")).\n"
        guard done.isStored else { return kept + "Nothing was changed.\n" }
        return items("Minuted") { $0.words != nil } + items("Not reached") { $0 == .notReached }
            + items("Nothing is minuted any more") { $0 == .nothing } + kept + "Undo with: lap undo \(done.operation)\n"
    }

    /// Text of a file, as a command line names it.
    private static func read(_ file: String, _ context: Context) throws -> String {
        if file == "-" { return try context.console.readAll() }
        let name = Printed.safe(file, limit: 60)
        guard let data = try? Data(contentsOf: context.file(file)) else {
            throw Failure(.notFound, "The file “\(name)” is not there, or cannot be read.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(.badData, "The file “\(name)” is not UTF-8 text.", hint: "Convert it with iconv first.")
        }
        return text
    }
}

/// It failed only after it was stored.
private struct TooLate: Error {
    let failure: Failure
}

extension Failure {
    init(_ moved: MinutesMoved) {
        self.init(
            .refused,
            lines: moved.items.map { item in
                "Item \(item.number) was minuted meanwhile\(item.by.map { " by \($0)" } ?? "")"
                    + "\(item.on.map { " on \($0.words)" } ?? ""), and you changed it too."
            } + ["Nothing was stored, so that nobody’s text is lost."],
            hints: [
                "See what stands there: lap minutes show \(moved.meeting)",
                "To put yours in its place all the same, give --replace.",
            ])
    }
}
