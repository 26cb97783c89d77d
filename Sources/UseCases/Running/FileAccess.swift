import Foundation
import Workflow

/// Who else of the machine can get at a register: it is for its own user alone. Links are followed: what counts is where the
/// folder and the file really are, and every folder that is gone through on the way there.
struct FileAccess {
    /// The folder `.lap`.
    let folder: URL

    private var file: String { folder.appending(path: "register.sqlite").path }
    private var places: [(path: String, right: Int)] { [(folder.path, 0o700), (file, 0o600)] }

    private static func status(_ path: String) -> stat {
        var status = stat()
        _ = stat(path, &status)
        return status
    }

    private static func mode(_ path: String) -> Int { Int(status(path).st_mode) & 0o7777 }

    /// Whose the register is; whoever runs the program where there is none yet.
    private var owner: uid_t {
        var status = stat()
        return stat(folder.path, &status) == 0 ? status.st_uid : geteuid()
    }

    /// Makes what was made there now the register's owner's: under `root`'s name it would lock them out.
    func give(_ path: String) {
        var status = stat()
        guard geteuid() == 0, stat(folder.path, &status) == 0, status.st_uid != 0 else { return }
        _ = lchown(path, status.st_uid, status.st_gid)
    }

    /// The folders around `.lap`: whoever can write to one of them can put another in its place, unless its sticky bit is set.
    private var around: [Place] {
        let own = Way(to: folder.path)
        var places = own.places
        for place in Way(to: file).places where place.path != own.end && !places.contains(place) {
            places.append(place)
        }
        return places
    }

    /// Throws `ConfigurationProblem` when others can write to the register, or put another in its place.
    func mustBeOurs() throws {
        var lines: [String] = []
        var remedies: [Remedy] = []
        for place in places where FileAccess.mode(place.path) & 0o022 != 0 {
            lines.append("Others can write to \(place.path), and change the record unseen.")
            remedies.append(.say("Take that from them with: \(FileAccess.repair(place))"))
        }
        let owner = owner
        let holder = FileAccess.status(file).st_uid
        if holder != owner, holder != 0 {
            lines.append("\(file) is somebody else's, who can change the record unseen.")
        }
        try check(&lines, &remedies)
    }

    /// Throws `ConfigurationProblem` when others could put another register in the place of one that is made here. A folder
    /// that is not there yet is made so that they cannot.
    func mustBeSafeAround() throws {
        var lines: [String] = []
        var remedies: [Remedy] = []
        try check(&lines, &remedies)
    }

    private func check(_ lines: inout [String], _ remedies: inout [Remedy]) throws {
        let owner = owner
        for place in around {
            if place.isOpen {
                lines.append("Others can write to \(place.path), and put another register in this one's place.")
                remedies.append(.say("Take that from them with: chmod o-w \(place.path)"))
            }
            if place.owner != 0, place.owner != owner {
                lines.append("\(place.path) is somebody else's, who can put another register in this one's place.")
            }
        }
        guard !lines.isEmpty else { return }
        throw ConfigurationProblem(
            lines: lines, remedies: remedies + [.say("Or move the register to a folder of your own.")])
    }

    /// What others can do that they must not, and that is no reason to refuse: each a sentence, with what mends it.
    var faults: [String] {
        let read = places.filter { FileAccess.mode($0.path) & 0o055 != 0 }.map {
            "Others can read \($0.path): take that from them with \(FileAccess.repair($0))."
        }
        // A group of one's own, as many systems give everybody, lets in nobody else; nor does root's.
        let group = FileAccess.status(folder.path).st_gid
        let shared = around.filter { $0.mode & 0o1020 == 0o020 && $0.group != group && $0.group != 0 }.map {
            "The group can write to \($0.path): take that from it with chmod g-w \($0.path)."
        }
        return read + shared
    }

    /// What is worth knowing of the register's file, each a sentence.
    var notes: [String] {
        var status = stat()
        guard lstat(file, &status) == 0 else { return [] }
        if status.st_mode & S_IFMT == S_IFLNK {
            return ["\(file) is a link: who copies its folder has no copy of the register."]
        }
        // An interrupted write is taken back by a file that is called after the name by which the register was opened.
        return status.st_nlink == 1
            ? []
            : [
                "\(file) has another name too, as a hard link: whoever opens it by that takes no interrupted write back. While nobody works with it, copy it, and move the copy into its place."
            ]
    }

    private static func repair(_ place: (path: String, right: Int)) -> String {
        "chmod \(String(place.right, radix: 8)) \(place.path)"
    }

    /// A folder that leads to the register, or a link.
    private struct Place: Equatable {
        let path: String
        let mode: Int
        let owner: uid_t
        let group: gid_t
        let isLink: Bool

        init(_ path: String, _ status: stat) {
            self.path = path
            mode = Int(status.st_mode) & 0o7777
            owner = status.st_uid
            group = status.st_gid
            isLink = status.st_mode & S_IFMT == S_IFLNK
        }

        /// Everybody can put something else into it.
        var isOpen: Bool { !isLink && mode & 0o1002 == 0o002 }
    }

    /// What is gone through from the root to a path: every folder, each by its real path, and every link.
    private struct Way {
        private(set) var places: [Place] = []
        /// Where it really ends; as far as there is anything.
        private(set) var end = "/"

        init(to path: String) {
            var pending = path.split(separator: "/").map(String.init)[...]
            var links = 0
            while let name = pending.popFirst() {
                if name == "." { continue }
                if name == ".." {
                    end = (end as NSString).deletingLastPathComponent
                    continue
                }
                var status = stat()
                guard stat(end, &status) == 0 else { return }
                add(Place(end, status))
                let next = end == "/" ? "/\(name)" : "\(end)/\(name)"
                guard lstat(next, &status) == 0 else { return }
                guard status.st_mode & S_IFMT == S_IFLNK else {
                    end = next
                    continue
                }
                links += 1
                guard links < 40, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: next) else {
                    return
                }
                add(Place(next, status))
                if target.hasPrefix("/") { end = "/" }
                pending = (target.split(separator: "/").map(String.init) + pending)[...]
            }
        }

        private mutating func add(_ place: Place) {
            if !places.contains(place) { places.append(place) }
        }
    }
}
