import Packs
import Register

/// What was written about something that goes, as issued papers may have printed it: line by line, since each paper sets a text
/// as it needs it.
struct GoneWordings {
    private let lines: [String]

    /// - Parameter texts: all that goes; what papers never print is left out.
    init(_ texts: [KeptText]) {
        let printed = texts.filter { $0.isPrinted || $0.isMinuted }.flatMap { text in
            text.text.split(whereSeparator: \.isNewline).map { line in
                line.trimmingPrefix { $0.isWhitespace || "-*•".contains($0) }
            }
        }
        // The longest first: a shorter one may be a part of it.
        lines = Set(printed.map(String.init).filter(StandardWords.leave)).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    var isEmpty: Bool { lines.isEmpty }

    private init(lines: [String]) { self.lines = lines }

    /// Those that stand in nothing that stays beside them.
    func apart(from texts: [String]) -> GoneWordings {
        GoneWordings(lines: lines.filter { line in !texts.contains { $0.removing(line) != nil } })
    }

    /// A text without them; nil when none stands in it. A single word goes only where the text says nothing else.
    func removed(from text: String) -> String? {
        let left = lines.reduce(text) { text, line in
            guard let left = text.removing(line) else { return text }
            return line.contains(where: \.isWhitespace) || left.count < PackGuard.removed.count + 3 ? left : text
        }
        return left == text ? nil : left
    }
}
