import Foundation
import Partnership
import Workflow

/// Whether the register was found damaged: a mark that lies beside it. With the mark nothing is written to it, since what
/// is written onto damage is lost with it; a check that finds it sound takes the mark away.
struct Soundness {
    private let mark: URL

    /// - Parameter home: the folder `.lap`.
    init(of home: URL) { mark = home.appending(path: "unsound") }

    /// Throws `ConfigurationProblem` where the register is marked.
    func mustBeSound() throws {
        guard FileManager.default.fileExists(atPath: mark.path) else { return }
        let moment = (try? String(contentsOf: mark, encoding: .utf8))?.prefix(10) ?? ""
        throw ConfigurationProblem(
            "This register was found damaged on \(moment): nothing is written to it until a check finds it sound.",
            remedies: [.say("Copy the register's folder before anything else."), .deed("check")])
    }

    /// Puts the mark there, or takes it away. That the folder cannot be written to is no reason to say nothing else.
    func tell(isSound: Bool, at moment: Date) {
        if isSound {
            if FileManager.default.fileExists(atPath: mark.path) { try? FileManager.default.removeItem(at: mark) }
        } else if !FileManager.default.fileExists(atPath: mark.path) {
            _ = FileManager.default.createFile(
                atPath: mark.path, contents: Data("\(moment.formatted(.iso8601))\n".utf8),
                attributes: [.posixPermissions: 0o600])
        }
    }
}
