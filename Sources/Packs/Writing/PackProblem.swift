/// Why a pack was not written. Nothing of it is left behind, and no message holds a personal value.
public enum PackProblem: Error, Hashable, Sendable {
    /// The written bytes held something that this audience may not see.
    case leak(pack: String, [Leak])
    /// A program that is not there: its name, how to get it, and what can be made without it.
    case missingTool(name: String, install: String, without: String)
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
        case .missingTool(let name, _, _): return "\(name) is not installed, and PDF needs it."
        case .template(let name, let reason): return "the template \(name) cannot be used: \(reason)."
        case .toolFailed(let name, let said): return "\(name) failed: \(said.isEmpty ? "it said nothing" : said)."
        case .output(let path, let reason): return "\(path) cannot be written: \(reason)."
        }
    }

    /// How to fix it; nil when there is nothing more to say.
    public var hint: String? {
        switch self {
        case .leak:
            "Take the words out of the open fields named (lap log REF shows who wrote them), then make the pack again."
        case .missingTool(_, let install, let without): "\(install) \(without)"
        case .template, .output: nil
        case .toolFailed("typst", _):
            "typst has to be 0.14 or newer; LAP_TYPST can name another. HTML needs no other program: --format html."
        case .toolFailed: "HTML needs no other program: --format html."
        }
    }
}
