import Foundation
import Synchronization

@testable import LapCommands

/// A console that keeps what is said and answers from a script. Never a terminal.
final class TestConsole: Console {
    private let said = Mutex((output: "", complaints: ""))
    private let input: String

    init(input: String = "") {
        self.input = input
    }

    var output: String { said.withLock { $0.output } }
    var complaints: String { said.withLock { $0.complaints } }

    let hasLost = false
    func write(_ text: String) { said.withLock { $0.output += text } }
    func complain(_ text: String) { said.withLock { $0.complaints += text } }
    let isInteractive = false
    let showsTerminal = false
    let width = 100
    let height: Int? = nil
    func ask(_ prompt: String) -> String? { nil }
    func readAll() throws -> String { input }
    func edit(_ text: String, suffix: String, in home: URL) async throws -> String? { nil }
    func run(_ program: URL, _ arguments: [String]) async throws -> Int32 {
        complain("ran \(program.lastPathComponent) \(arguments.joined(separator: " "))\n")
        return 7
    }

    func page(_ text: String, through pager: String) async { write(text) }
}
