import Foundation
import Ledger
import Register
import UseCases
import Workflow

/// Asks a person at the terminal for a field of an event.
struct Prompter {
    let console: any Console
    let reading: FieldReading
    /// The register's own folder.
    let home: URL
    /// What can be chosen for a field; nothing for what is written freely.
    let choices: (Field) throws -> [FieldChoice]

    /// More than so many are not listed; whoever writes one that is not there is told the nearest.
    static let mostListed = 40

    /// Asks until it is answered well; long text goes through the editor. Throws when input ends.
    ///
    /// - Parameters:
    ///   - question: what is asked; the field's title unless told.
    ///   - before: what was given already; long text is gone on with.
    ///   - mayBeEmpty: an empty line, or an editor left without saving, answers nil.
    func ask(
        for field: Field, as question: String? = nil, over before: Value? = nil, mayBeEmpty: Bool = false
    ) async throws -> Value? {
        if field.kind == .text {
            return try await askLong(for: field, as: question, over: before, mayBeEmpty: mayBeEmpty)
        }
        if let help = field.help { console.complain("  \(help)\n") }
        if field.kind != .flag, let choices = try? choices(field), choices.count <= Prompter.mostListed {
            for choice in choices {
                console.complain("  \(Columns.pad(Printed.safe(choice.name), to: 20)) \(Printed.safe(choice.title))\n")
            }
        }
        while true {
            guard let written = console.ask("\(question ?? field.title): ") else { throw ended(at: field) }
            if mayBeEmpty, written.allSatisfy(\.isWhitespace) { return nil }
            switch reading.read(written, as: field) {
            case .success(let value): return value
            case .failure(let problem): console.complain(problem.said + "\n")
            }
        }
    }

    /// What was written is kept until it is good, or the person says that they are done.
    private func askLong(
        for field: Field, as question: String?, over before: Value?, mayBeEmpty: Bool
    ) async throws -> Value? {
        let sheet = LongText(
            console: console, home: home, title: question ?? field.title, help: field.help, suffix: "-\(field.name).txt"
        )
        var text = ""
        if case .text(let known) = before { text = known }
        var problem: String?
        while true {
            if let written = try await sheet.written(over: text, because: problem) {
                text = written
                switch reading.read(written, as: field) {
                case .success(let value): return value
                case .failure(let found): problem = found.said
                }
            } else if mayBeEmpty {
                return nil
            } else {
                problem = "\(field.title) is needed."
            }
            console.complain((problem ?? "") + "\n")
            guard let answer = console.ask("Return to go on writing, or stop: "), answer.lowercased() != "stop" else {
                throw ended(at: field)
            }
        }
    }

    /// Somebody else is writing to the register: whether the person waits.
    func waits() -> Bool {
        console.complain(Failure(LedgerError.busy).text)
        let answer = console.ask("What was given is kept. Return to try again, or stop: ")
        return answer.map { $0.lowercased() != "stop" } ?? false
    }

    /// What is said when nobody answers any more.
    func ended(at field: Field) -> Failure {
        Failure(
            .interrupted, "\(field.title) was not given; nothing was changed.",
            hint: "Give it with --\(field.name).")
    }
}

extension FieldProblem {
    /// What is wrong and how to mend it, in one line.
    fileprivate var said: String { [sentence, hint].compactMap(\.self).joined(separator: " ") }
}
