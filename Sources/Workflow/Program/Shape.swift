/// What a field can hold, as far as it can be told at a glance. What a shape does not take needs a closer look, with
/// `Field.problem(with:)`.
enum Shape: BitwiseCopyable, Sendable {
    case number(least: Int, most: Int)
    case day
    case flag
    /// The names from one position of the layout's choices to another.
    case choice(from: Int32, to: Int32)
    /// Any of the names from one position of the layout's choices to another.
    case choices(from: Int32, to: Int32)
    /// Text of so many bytes at most.
    case text(most: Int)
    case references
}

extension Shape {
    /// `choices`: where the names it takes stand.
    init(_ field: Field, choices: Range<Int32>) {
        self =
            switch field.kind {
            case .number(let range): .number(least: range.lowerBound, most: range.upperBound)
            case .day: .day
            case .flag: .flag
            case .choice: .choice(from: choices.lowerBound, to: choices.upperBound)
            case .line, .text, .reference: .text(most: field.textLimit)
            case .choices: .choices(from: choices.lowerBound, to: choices.upperBound)
            case .references: .references
            }
    }
}

extension Field.Kind {
    var choiceNames: [String] {
        switch self {
        case .choice(let choices), .choices(let choices): choices.map(\.name)
        default: []
        }
    }
}

extension Layout {
    /// The value where the field takes it at a glance and no text or list needs to be kept for it.
    func cell(of value: Value, for field: Int) -> Cell? {
        switch (shapes[field], value) {
        case (.number, .number(let number)): cell(.number(number), for: field)
        case (.day, .day(let day)): Day.kept.contains(day) ? .day(day) : nil
        case (.flag, .flag(let flag)): .flag(flag)
        case (.choice, .text(let text)): name(text).flatMap { cell(.name($0), for: field) }
        default: nil
        }
    }

    /// The same of a value that is a cell already.
    func cell(_ cell: Cell, for field: Int) -> Cell? {
        switch (shapes[field], cell) {
        case (.number(let least, let most), .number(let number)):
            return least <= number && number <= most ? cell : nil
        case (.day, .day(let day)): return Day.kept.contains(day) ? cell : nil
        case (.flag, .flag): return cell
        case (.choice(let start, let end), .name(let name)): return has(name, from: start, to: end) ? cell : nil
        default: return nil
        }
    }

    private func has(_ name: Int32, from start: Int32, to end: Int32) -> Bool {
        for choice in start..<end where choices[Int(choice)] == name { return true }
        return false
    }

    /// Whether the field takes a value at a glance that must be kept.
    func takes(_ value: Value, for field: Int) -> Bool {
        switch (shapes[field], value) {
        case (.text(let most), .text(let text)):
            return text.utf8.count <= most && text.isPlain
        case (.choices(let start, let end), .list(let texts)) where texts.count == 1:
            return name(texts[0]).map { has($0, from: start, to: end) } ?? false
        default: return false
        }
    }
}
