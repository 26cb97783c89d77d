import Foundation
import Ledger
import Partnership
import Workflow

/// Whether the register was found damaged: a mark that lies beside it, with the moment and where its journal had come to
/// then. With the mark nothing is written to it, since what is written onto damage is lost with it. A check that finds it
/// sound takes the mark away where it can know that nothing is missing: the journal holds what the mark tells of, or a head
/// that somebody kept elsewhere.
struct Soundness {
    private let mark: URL

    /// - Parameter home: the folder `.lap`.
    init(of home: URL) { mark = home.appending(path: "unsound") }

    /// The day on which it was found damaged; nil without a mark.
    var since: String? {
        var status = stat()
        guard lstat(mark.path, &status) == 0 else { return nil }
        return lines.first.map { String($0.prefix(10)) } ?? "a day unknown"
    }

    /// Where the journal had come to when it was found damaged; nil where that could not be read any more.
    var head: Head? { lines.count > 1 ? Head(String(lines[1])) : nil }

    private var lines: [Substring] {
        ((try? String(contentsOf: mark, encoding: .utf8)) ?? "").split(separator: "\n")
    }

    /// Throws `ConfigurationProblem` where the register is marked.
    func mustBeSound() throws {
        guard let since else { return }
        throw ConfigurationProblem(
            "This register was found damaged on \(since): nothing is written to it until a check finds it sound.",
            remedies: [.say("Copy the register's folder before anything else."), .deed("check")])
    }

    /// Puts the mark there, unless there is one. That the folder cannot be written to is no reason to say nothing else.
    ///
    /// - Parameter head: where the journal has come to; nil where that cannot be read.
    func tell(damagedAt moment: Date, head: String?) {
        guard since == nil else { return }
        let text = [moment.recorded, head].compactMap(\.self).map { "\($0)\n" }.joined()
        _ = FileManager.default.createFile(
            atPath: mark.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    }

    func clear() { remove(mark.path) }
}
