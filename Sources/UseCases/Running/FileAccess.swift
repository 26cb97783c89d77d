import Foundation
import Workflow

/// Who else of the machine can get at a register: it is for its own user alone.
struct FileAccess {
    /// The folder `.lap`.
    let folder: URL

    private var places: [(path: String, right: Int)] {
        [(folder.path, 0o700), (folder.appending(path: "register.sqlite").path, 0o600)]
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        _ = stat(path, &status)
        return status
    }

    private func mode(_ path: String) -> Int { Int(status(path).st_mode) & 0o7777 }

    /// The folder that `.lap` is in: whoever can write to it can put another in its place, unless its sticky bit is set.
    private var around: String { folder.standardizedFileURL.deletingLastPathComponent().path }

    /// It is neither root's nor whose the register is.
    private var isSomebodyElses: Bool {
        let owner = status(around).st_uid
        return owner != 0 && owner != status(folder.path).st_uid
    }

    /// Throws `ConfigurationProblem` when others can write to the register, or put another in its place.
    func mustBeOurs() throws {
        var lines: [String] = []
        var repairs: [String] = []
        for place in places where mode(place.path) & 0o022 != 0 {
            lines.append("Others can write to \(place.path), and change the record unseen.")
            repairs.append(FileAccess.repair(place))
        }
        if isOpenAround {
            lines.append(FileAccess.openAround(around))
            repairs.append("chmod o-w \(around)")
        }
        if isSomebodyElses {
            lines.append("\(around) is somebody else's, who can put another register in this one's place.")
        }
        guard !lines.isEmpty else { return }
        throw ConfigurationProblem(
            lines: lines,
            remedies: repairs.map { .say("Take that from them with: \($0)") }
                + (isSomebodyElses ? [.say("Move the register to a folder of your own.")] : []))
    }

    /// Throws `ConfigurationProblem` when others could put another register in the place of one that is made here. A folder
    /// that is not there yet is made so that they cannot.
    func mustBeSafeAround() throws {
        guard isOpenAround else { return }
        throw ConfigurationProblem(
            FileAccess.openAround(around),
            remedies: [.say("Take that from them with: chmod o-w \(around)"), .say("Or choose another folder.")])
    }

    private var isOpenAround: Bool { mode(around) & 0o1002 == 0o002 }

    private static func openAround(_ folder: String) -> String {
        "Others can write to \(folder), and put another register in this one's place."
    }

    /// What others can do that they must not, and that is no reason to refuse: each a sentence, with what mends it.
    var faults: [String] {
        let read = places.filter { mode($0.path) & 0o055 != 0 }.map {
            "Others can read \($0.path): take that from them with \(FileAccess.repair($0))."
        }
        // A group of one's own, as many systems give everybody, lets in nobody else.
        let around = status(around)
        let isShared = around.st_mode & 0o1020 == 0o020 && around.st_gid != status(folder.path).st_gid
        return read
            + (isShared
                ? ["The group can write to \(self.around): take that from it with chmod g-w \(self.around)."] : [])
    }

    private static func repair(_ place: (path: String, right: Int)) -> String {
        "chmod \(String(place.right, radix: 8)) \(place.path)"
    }
}
