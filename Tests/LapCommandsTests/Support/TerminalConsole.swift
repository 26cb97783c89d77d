import Foundation
import Synchronization

@testable import LapCommands

/// Somebody at a terminal who answers in order, writes in an editor, and reads what is paged.
final class TerminalConsole: Console {
    /// What somebody does in the editor when it opens.
    enum Edit: Sendable {
        /// Writes above what is there, and saves.
        case writes(String)
        /// Makes this of what is there, and saves.
        case makes(@Sendable (String) -> String)
        /// Saves it as it is.
        case saves
        /// Leaves without saving.
        case leaves
    }

    private struct Heard {
        var output = ""
        var complaints = ""
        var asked: [String] = []
        var sheets: [(text: String, suffix: String)] = []
        var paged: [(text: String, pager: String)] = []
        var answers: ArraySlice<String>
        var edits: ArraySlice<Edit>
    }

    private let heard: Mutex<Heard>
    private let input: String
    let isInteractive: Bool
    let showsTerminal: Bool
    let width: Int
    let height: Int?
    private let missingEditor: String?

    /// - Parameters:
    ///   - answers: to questions on one line; input ends after the last.
    ///   - edits: an editor that is opened once more is left without saving.
    ///   - missingEditor: the editor that cannot be run; nil when there is one.
    init(
        answers: [String] = [], edits: [Edit] = [], missingEditor: String? = nil, input: String = "",
        isInteractive: Bool = true, showsTerminal: Bool = true, width: Int = 100, height: Int? = 40
    ) {
        heard = Mutex(Heard(answers: answers[...], edits: edits[...]))
        self.input = input
        self.missingEditor = missingEditor
        self.isInteractive = isInteractive
        self.showsTerminal = showsTerminal
        self.width = width
        self.height = height
    }

    var output: String { heard.withLock { $0.output } }
    var complaints: String { heard.withLock { $0.complaints } }
    /// The questions on one line.
    var asked: [String] { heard.withLock { $0.asked } }
    /// What the editor was opened on, and how its file ended.
    var sheets: [(text: String, suffix: String)] { heard.withLock { $0.sheets } }
    var paged: [(text: String, pager: String)] { heard.withLock { $0.paged } }
    /// Answers that nobody asked for.
    var unused: [String] { heard.withLock { Array($0.answers) } }

    let hasLost = false
    func write(_ text: String) { heard.withLock { $0.output += text } }
    func complain(_ text: String) { heard.withLock { $0.complaints += text } }
    func readAll() throws -> String { input }

    func ask(_ prompt: String) -> String? {
        heard.withLock {
            $0.asked.append(prompt)
            return $0.answers.popFirst()
        }
    }

    func edit(_ text: String, suffix: String, in home: URL) async throws -> String? {
        if let missingEditor { throw NoEditor(name: missingEditor) }
        let edit = heard.withLock {
            $0.sheets.append((text, suffix))
            return $0.edits.popFirst() ?? .leaves
        }
        return switch edit {
        case .writes(let more): more + text
        case .makes(let change): change(text)
        case .saves: text
        case .leaves: nil
        }
    }

    func run(_ program: URL, _ arguments: [String]) async throws -> Int32 {
        complain("ran \(program.lastPathComponent) \(arguments.joined(separator: " "))\n")
        return 7
    }

    func page(_ text: String, through pager: String) async {
        heard.withLock { $0.paged.append((text, pager)) }
    }
}
