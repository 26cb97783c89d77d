import Foundation

/// Asks a person at the terminal for text of any length: in their editor, or line by line where there is none.
struct LongText {
    let console: any Console
    /// The register's own folder.
    let home: URL
    /// What is asked, `Services involved`.
    let title: String
    /// One sentence more; nil when the title is enough.
    var help: String?
    /// How the editor's file ends, `-services.txt`.
    let suffix: String

    /// - Parameters:
    ///   - text: what there is already.
    ///   - problem: why it cannot stay as it is.
    /// - Returns: what was written; nil when nothing was.
    func written(over text: String = "", because problem: String? = nil) async throws -> String? {
        let notes = notes(problem)
        do {
            let sheet = text + "\n\n" + notes.map { $0 + "\n" }.joined()
            return LongText.trimmed(try await console.edit(sheet, suffix: suffix, in: home).map { without(notes, $0) })
        } catch let missing as NoEditor {
            return LongText.trimmed(lines(over: text, missing))
        }
    }

    /// What the editor shows under the text, and what is no part of it.
    private func notes(_ problem: String?) -> [String] {
        ([title, help, problem].compactMap(\.self) + ["These lines are left out."]).map {
            "# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    /// The text without the notes; a line of one's own that begins like them stays.
    private func without(_ notes: [String], _ written: String) -> String {
        written.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !notes.contains { line.hasPrefix($0) && line.dropFirst($0.count).allSatisfy(\.isWhitespace) }
        }.joined(separator: "\n")
    }

    private func lines(over text: String, _ missing: NoEditor) -> String? {
        console.complain(
            "There is no editor “\(Printed.safe(missing.name, limit: 40))” here; set VISUAL or EDITOR to one there is.\n"
        )
        if !text.isEmpty { console.complain("So far:\n\(Printed.safe(text))\n") }
        console.complain("\(title): write it here, and end it with a full stop on a line of its own.\n")
        var lines: [String] = []
        while let line = console.ask("> ") {
            if line == "." { break }
            lines.append(line)
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// Without empty lines at either end; nil when nothing is left.
    private static func trimmed(_ text: String?) -> String? {
        guard let text else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
