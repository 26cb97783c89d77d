import Workflow

/// Asks a person at the terminal for a field of an event.
struct Prompter {
    let console: any Console
    let reading: FieldReading

    /// Asks until it is answered well; long text goes through the editor. Throws when input ends.
    ///
    /// - Parameters:
    ///   - question: what is asked; the field's title unless told.
    ///   - mayBeEmpty: an empty line, or an editor left without saving, answers nil.
    func ask(for field: Field, as question: String? = nil, mayBeEmpty: Bool = false) async throws -> Value? {
        if let help = field.help { console.complain("  \(help)\n") }
        switch field.kind {
        case .choice(let choices), .choices(let choices):
            for choice in choices { console.complain("  \(Columns.pad(choice.name, to: 20)) \(choice.title)\n") }
        default: break
        }
        while true {
            let written: String? =
                field.kind == .text
                ? try await console.edit("", suffix: "-\(field.name).txt")
                : console.ask("\(question ?? field.title): ")
            if mayBeEmpty, written.map({ $0.allSatisfy(\.isWhitespace) }) ?? (field.kind == .text) { return nil }
            guard let written else { throw ended(at: field) }
            switch reading.read(written, as: field) {
            case .success(let value): return value
            case .failure(let problem):
                console.complain([problem.sentence, problem.hint].compactMap { $0 }.joined(separator: " ") + "\n")
                if field.kind == .text {
                    throw Failure(
                        .badData, "\(field.title) was left as it was; nothing was changed.",
                        hint: "Give it with --\(field.name).")
                }
            }
        }
    }

    /// What is said when nobody answers any more.
    func ended(at field: Field) -> Failure {
        Failure(
            .interrupted, "\(field.title) was not given; nothing was changed.",
            hint: "Give it with --\(field.name).")
    }
}
