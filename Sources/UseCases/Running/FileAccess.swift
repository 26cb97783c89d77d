import Foundation
import Workflow

/// Who else of the machine can get at a register: it is for its own user alone.
struct FileAccess {
    /// The folder `.lap`.
    let folder: URL

    private var places: [(path: String, right: Int)] {
        [(folder.path, 0o700), (folder.appending(path: "register.sqlite").path, 0o600)]
    }

    private func mode(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
    }

    /// Throws `ConfigurationProblem` when others can write to the register, or put another in its place.
    func mustBeOurs() throws {
        let open = places.filter { mode($0.path) & 0o022 != 0 }
        guard !open.isEmpty else { return }
        throw ConfigurationProblem(
            lines: open.map { "Others can write to \($0.path), and change the record unseen." },
            remedies: open.map { .say("Take that from them with: \(FileAccess.repair($0))") })
    }

    /// What others can read that they must not: each a sentence, with what mends it.
    var faults: [String] {
        places.filter { mode($0.path) & 0o055 != 0 }.map {
            "Others can read \($0.path): take that from them with \(FileAccess.repair($0))."
        }
    }

    private static func repair(_ place: (path: String, right: Int)) -> String {
        "chmod \(String(place.right, radix: 8)) \(place.path)"
    }
}
