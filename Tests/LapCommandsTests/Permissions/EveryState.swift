import Foundation

@testable import LapCommands

/// A register in which each seat is held by one person and there is an issue, a meeting and an action in each state, made
/// once and copied for each who walks it. Every step is taken by somebody of whom the domain says that they may.
struct EveryState: Sendable {
    let scratch: Scratch
    /// What the tables' `{word}` stands for.
    let references: [String: String]
    /// Steps that did not succeed, and what was said.
    let troubles: [String]

    static func shared() async throws -> EveryState { try await Made.shared.state() }

    private actor Made {
        static let shared = Made()
        private var made: Task<EveryState, any Error>?

        func state() async throws -> EveryState {
            let task = made ?? Task { try await EveryStateMaker.make() }
            made = task
            return try await task.value
        }
    }

    /// A table's command line, word by word; nil when it names something that is not in the register.
    func words(_ line: String) -> [String]? {
        var filled = line
        for (name, reference) in references { filled = filled.replacing("{\(name)}", with: reference) }
        return filled.contains("{") ? nil : filled.commandWords
    }

    /// The word that stands in a field, and nowhere else: what a person is shown holds it exactly when they are shown the
    /// field. Some fields hold no words; then there are the ways in which their value is written.
    static func marks(_ what: String, _ section: String) -> [String] {
        if section == "agenda-title" { return marks("onagenda", "summary") }
        if what == "board-action" { return marks("board", "decision") }
        if what == "board-action-part-two" { return marks("board", "decision-part-two") }
        guard let index = marked.firstIndex(of: what) else {
            return section == "families" ? ["7"] : ["zq\(what)\(section)".filter { $0.isLetter }]
        }
        return switch section {
        case "theme": [themes[index], themes[index].replacing("-", with: " ")]
        case "families": ["\(41_001 + index)"]
        case "born": ["2011-03-1\(index)", "1\(index) March 2011", "1\(index) Mar 2011"]
        default: ["zq\(what)\(section)".filter { $0.isLetter }]
        }
    }

    /// The issues whose sections are asked for, and the theme of each, which no other has.
    static let marked = ["logged", "worry", "diverted", "withdrawn", "proposed", "escalated", "delegated", "parttwo"]
    private static let themes = [
        "continence", "physio", "cross-border", "personal-budgets", "looked-after", "special-school-nursing",
        "health-visiting", "co-production",
    ]

    static func theme(of what: String) -> String { marked.firstIndex(of: what).map { themes[$0] } ?? "salt" }
}
