import Workflow

/// Asks a person at the terminal for what an event needs and was not given.
struct Prompter {
    let console: any Console
    let reading: FieldReading

    /// Asks for each field until it is answered well; long text goes through the editor. Throws when input ends.
    func ask(for fields: [Field]) async throws -> [String: Value] {
        var values: [String: Value] = [:]
        for field in fields { values[field.name] = try await ask(for: field) }
        return values
    }

    private func ask(for field: Field) async throws -> Value {
        if let help = field.help { console.complain("  \(help)\n") }
        switch field.kind {
        case .choice(let choices), .choices(let choices):
            for choice in choices { console.complain("  \(Columns.pad(choice.name, to: 20)) \(choice.title)\n") }
        default: break
        }
        while true {
            let written: String? =
                field.kind == .text
                ? try await console.edit("", suffix: "-\(field.name).txt") : console.ask("\(field.title): ")
            guard let written else {
                throw Failure(
                    .interrupted, "\(field.title) was not given; nothing was changed.",
                    hint: "Give it with --\(field.name).")
            }
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
}
