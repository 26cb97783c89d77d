import Workflow

/// Why a pack was not written. Nothing of it is left behind, and no message holds a personal value.
public enum PackProblem: Error, Hashable, Sendable {
    /// The written bytes held something that this audience may not see.
    case leak(pack: String, [Leak])
    /// A program that is not there: its name, and how to get it.
    case missingTool(name: String, install: String)
    /// A template that cannot be used, and why.
    case template(name: String, reason: String)
    /// A program that ran and failed: its name and what it said.
    case toolFailed(name: String, said: String)
    /// A file or folder that cannot be written.
    case output(path: String, reason: String)

    /// What happened, in one sentence or two.
    public var sentence: String {
        switch self {
        case .leak(let pack, let leaks):
            let shown = leaks.prefix(10).map(\.sentence).joined(separator: "; ")
            let more = leaks.count > 10 ? "; and \(leaks.count - 10) more" : ""
            return "\(pack) was not written, because it holds what this edition may not show: \(shown)\(more)."
        case .missingTool(let name, _): return "\(name) is not installed, and PDF needs it."
        case .template(let name, let reason): return "the template \(name) cannot be used: \(reason)."
        case .toolFailed(let name, let said): return "\(name) failed: \(said.isEmpty ? "it said nothing" : said)."
        case .output(let path, let reason): return "\(path) cannot be written: \(reason)."
        }
    }

    /// What would help.
    public var remedies: [Remedy] {
        switch self {
        case .leak(_, let leaks):
            [.say("Take the words out of the open fields named, then make the pack again.")]
                + Set(leaks.compactMap(\.ref)).sorted().prefix(3).map { .deed("log", on: $0) }
        case .missingTool(_, let install): [.say(install), .deed("make-html")]
        case .template, .output: []
        case .toolFailed("typst", _):
            [.say("typst has to be 0.14 or newer; LAP_TYPST can name another."), .deed("make-html")]
        case .toolFailed: [.deed("make-html")]
        }
    }
}
