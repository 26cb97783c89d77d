import Workflow

/// Turns what was written for fields into values: every problem at once, none of them quoting what was written.
struct FieldReading: Sendable {
    let today: Day
    /// Everything on standard input, for a value written `-`.
    let standardInput: @Sendable () throws -> String

    func values(_ texts: [String: String], fields: [Field]) throws -> [String: Value] {
        var values: [String: Value] = [:]
        var lines: [String] = []
        var hints: [String] = []
        for field in fields {
            guard let written = texts[field.name] else { continue }
            switch read(try written == "-" ? standardInput() : written, as: field) {
            case .success(let value): values[field.name] = value
            case .failure(let problem):
                lines.append("--\(field.name): \(problem.sentence)")
                if let hint = problem.hint { hints.append(hint) }
            }
        }
        guard lines.isEmpty else { throw Failure(.badData, lines: lines, hints: hints) }
        return values
    }

    @Sendable func read(_ text: String, as field: Field) -> Result<Value, FieldProblem> {
        guard field.kind == .day else { return field.read(text) }
        guard let day = try? DayText.read(text, today: today) else {
            return .failure(
                FieldProblem("That is no day of the calendar.", hint: DayText.hint))
        }
        return .success(.day(day))
    }
}
