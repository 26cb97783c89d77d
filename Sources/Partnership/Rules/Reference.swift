import Workflow

/// What people call a record by: `N-7`, `north-2020-01-14`, `A-12`, `B-1`, `R-1`, `M-2`, `U-4`, `Q-1`, `G-1`, `K-1`,
/// `D-north-2020-3`, `IP-3.5`. The shape alone says which kind it is; whether there is such a record is the register's to know.
public enum Reference: Hashable, Sendable {
    /// An area's letter and a number from 1. `A`, `B`, `D`, `G`, `K`, `M`, `Q`, `R` and `U` are no area's letters.
    case issue(letter: String, number: Int)
    case meeting(body: String, day: Day)
    case action(Int)
    case breach(Int)
    /// A request about data.
    case request(Int)
    /// What was brought to a meeting and is no issue.
    case matter(Int)
    /// An undertaking: what somebody outside was promised, or has to decide. `C` is left to areas.
    case commitment(Int)
    /// A gap in services.
    case gap(Int)
    case risk(Int)
    /// What a member of the Board asked about an issue, or noted of it.
    case question(Int)
    /// Numbered from 1 within a body and year.
    case decision(body: String, year: Int, number: Int)
    /// A plan's id, at least two capitals or digits, and the number the plan gives the action.
    case planAction(plan: String, action: String)

    /// Letters that begin other references than an issue's.
    public static let reservedLetters: Set<String> = ["A", "B", "D", "G", "K", "M", "Q", "R", "U"]

    /// Reads a reference as people type it: letter case does not matter, and numbers have no leading zeros. Nil when the
    /// text is none.
    public init?(_ text: String) {
        // Longer text is no reference, and is not searched.
        guard text.utf8.count <= 80, let hyphen = text.firstIndex(of: "-"), text.utf8.allSatisfy(Reference.allowed)
        else { return nil }
        let head = text[..<hyphen].uppercased()
        let tail = text[text.index(after: hyphen)...]
        if head == "D", let decision = Reference.decision(in: tail) {
            self = decision
        } else if head == "A", let number = Reference.number(tail) {
            self = .action(number)
        } else if head == "B", let number = Reference.number(tail) {
            self = .breach(number)
        } else if head == "R", let number = Reference.number(tail) {
            self = .request(number)
        } else if head == "M", let number = Reference.number(tail) {
            self = .matter(number)
        } else if head == "U", let number = Reference.number(tail) {
            self = .commitment(number)
        } else if head == "G", let number = Reference.number(tail) {
            self = .gap(number)
        } else if head == "K", let number = Reference.number(tail) {
            self = .risk(number)
        } else if head == "Q", let number = Reference.number(tail) {
            self = .question(number)
        } else if Reference.isLetter(head), let number = Reference.number(tail) {
            self = .issue(letter: head, number: number)
        } else if let meeting = Reference.meeting(in: text) {
            self = meeting
        } else if Reference.isPlan(head), Reference.isDotted(tail) {
            self = .planAction(plan: head, action: String(tail))
        } else {
            return nil
        }
    }

    private static func decision(in text: Substring) -> Reference? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let number = number(parts[parts.count - 1]) else { return nil }
        guard parts[parts.count - 2].utf8.count == 4, let year = self.number(parts[parts.count - 2]) else { return nil }
        let body = parts.dropLast(2).joined(separator: "-").lowercased()
        return isBody(body) ? .decision(body: body, year: year, number: number) : nil
    }

    private static func meeting(in text: String) -> Reference? {
        guard text.utf8.count > 11, let day = Day(iso: text.suffix(10)) else { return nil }
        let front = text.dropLast(10)
        guard front.last == "-" else { return nil }
        let body = front.dropLast().lowercased()
        return isBody(body) ? .meeting(body: body, day: day) : nil
    }

    private static func allowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
        default: false
        }
    }

    /// Whether an area may have it as its letter.
    private static func isLetter(_ text: String) -> Bool {
        text.utf8.count == 1 && text.first?.isLetter == true && !reservedLetters.contains(text)
    }

    private static func isPlan(_ text: String) -> Bool {
        text.utf8.count >= 2 && text.first?.isLetter == true && !text.contains(".")
    }

    private static func isDotted(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return !parts.isEmpty && parts.allSatisfy { number($0) != nil }
    }

    private static func isBody(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && !$0.contains(".") } && text.first?.isLetter == true
    }

    /// A whole number from 1, in digits without a leading zero.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard let first = text.utf8.first, first != 0x30, text.utf8.count <= 9 else { return nil }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}

extension Reference: CustomStringConvertible {
    /// As it is printed.
    public var description: String {
        switch self {
        case .issue(let letter, let number): "\(letter)-\(number)"
        case .meeting(let body, let day): "\(body)-\(day)"
        case .action(let number): "A-\(number)"
        case .breach(let number): "B-\(number)"
        case .request(let number): "R-\(number)"
        case .matter(let number): "M-\(number)"
        case .commitment(let number): "U-\(number)"
        case .gap(let number): "G-\(number)"
        case .risk(let number): "K-\(number)"
        case .question(let number): "Q-\(number)"
        case .decision(let body, let year, let number): "D-\(body)-\(year)-\(number)"
        case .planAction(let plan, let action): "\(plan)-\(action)"
        }
    }
}
