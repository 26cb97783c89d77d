import Partnership
import Workflow

/// Why a pack was not written. Nothing of it is left behind, and no message holds a personal value.
public enum PackProblem: Error, Hashable, Sendable {
    /// The written bytes held something that this audience may not see, or words that somebody has to look at before it is
    /// issued, and say that they may stand: the pack, what a release names (a meeting, or a letter's issue), and what was
    /// found. Where the texts are final, minutes that were circulated, they change only by taking words out for good.
    case found(pack: String, paper: String?, [PersonalFinding], isFinal: Bool = false)
    /// A program that is not there: its name, and how to get it.
    case missingTool(name: String, install: String)
    /// Letters that no font here can set, and Debian's package of one that can.
    case missingFont(script: String, font: String, package: String)
    /// What was asked for as a calendar, and tells of no days to come.
    case noCalendar(paper: String)
    /// A template that cannot be used, and why.
    case template(name: String, reason: String)
    /// A program that ran and failed: its name and what it said.
    case toolFailed(name: String, said: String)
    /// A file or folder that cannot be written.
    case output(path: String, reason: String)

    /// What happened, in one sentence or two.
    public var sentence: String {
        switch self {
        case .found(let pack, _, let findings, _):
            let certain = findings.filter { $0.weight == .hard }
            let others = Self.list(findings.filter { $0.weight == .suspect })
            if certain.isEmpty {
                return "nothing was issued of \(pack): somebody has to look at these words first: \(others)."
            }
            let more = others.isEmpty ? "" : " Before it is issued, somebody has to look at these words too: \(others)."
            return "nothing was written of \(pack): it would hold what this edition may not show: "
                + "\(Self.list(certain)).\(more)"
        case .missingTool(let name, _): return "\(name) is not installed, and PDF needs it."
        case .missingFont(let script, _, _):
            return "no font of this machine sets the \(script) script, and the PDF holds words in it."
        case .noCalendar(let paper): return "there is nothing for a calendar in: \(paper)."
        case .template(let name, let reason): return "the template \(name) cannot be used: \(reason)."
        case .toolFailed(let name, let said): return "\(name) failed: \(said.isEmpty ? "it said nothing" : said)."
        case .output(let path, let reason): return "\(path) cannot be written: \(reason)."
        }
    }

    /// What was found, where that is why.
    public var findings: [PersonalFinding] {
        switch self {
        case .found(_, _, let findings, _): findings
        case .missingTool, .missingFont, .noCalendar, .template, .toolFailed, .output: []
        }
    }

    /// The same with what was found as somebody may be told it.
    public func telling(_ findings: [PersonalFinding]) -> PackProblem {
        switch self {
        case .found(let pack, let paper, _, let isFinal): .found(pack: pack, paper: paper, findings, isFinal: isFinal)
        case .missingTool, .missingFont, .noCalendar, .template, .toolFailed, .output: self
        }
    }

    /// So many are told at once: whoever mends a paper mends them together.
    private static let most = 50

    private static func list(_ findings: [PersonalFinding]) -> String {
        let sentences = findings.sentences
        let shown = sentences.prefix(most).joined(separator: "; ")
        return sentences.count > most ? "\(shown); and \(sentences.count - most) more" : shown
    }

    /// What would help.
    public var remedies: [Remedy] {
        switch self {
        case .found(_, let paper, let findings, let isFinal):
            Self.mending(findings, of: paper) + Self.redacting(findings, isFinal: isFinal)
                + Set(findings.filter { $0.weight == .hard }.compactMap(\.issue)).sorted().prefix(3).map {
                    .deed("log", on: $0)
                }
        case .missingTool(_, let install): [.say(install), .deed("make-html")]
        case .missingFont(_, let font, let package):
            [
                .say(
                    "Install \(font) (on Debian: apt-get install \(package)), or name a folder that has it in LAP_FONTS."
                ),
                .deed("make-html"),
            ]
        case .noCalendar: [.say("The notice of a meeting has one:"), .deed("notice-pack")]
        case .template, .output: []
        case .toolFailed("typst", _):
            [.say("typst has to be 0.14 or newer; LAP_TYPST can name another."), .deed("make-html")]
        case .toolFailed: [.deed("make-html")]
        }
    }

    private static func mending(_ findings: [PersonalFinding], of paper: String?) -> [Remedy] {
        var remedies: [Remedy] = []
        let isStopped = findings.contains { $0.weight == .hard }
        if isStopped { remedies.append(.say("Take the words out of the fields named, then make the pack again.")) }
        remedies += Self.publishing(findings)
        if let paper, findings.contains(where: { $0.weight == .suspect }) {
            let words = isStopped ? "Of words to be looked at, where they" : "Change the text; or where the words"
            remedies += [.say("\(words) tell of no family:"), .deed("release-word", on: paper)]
        }
        return remedies
    }

    /// What no record explains may be an office's own.
    public static func publishing(_ findings: [PersonalFinding]) -> [Remedy] {
        guard findings.contains(where: \.mayBeAnOffices) else { return [] }
        return [.say("Where it is how an office or a service is reached, say so first:"), .deed("add-contact")]
    }

    /// What went out stays as it is, but for words that are taken out of it for good: minutes, and what an agenda holds of
    /// its own.
    private static func redacting(_ findings: [PersonalFinding], isFinal: Bool) -> [Remedy] {
        let held = findings.filter { finding in
            switch finding.reference.flatMap({ Reference($0) }) {
            case .meeting, .matter: finding.weight == .hard || isFinal && finding.isMinuted
            default: isFinal && finding.isMinuted
            }
        }
        guard !held.isEmpty else { return [] }
        return [.say("Where nothing changes it any more, the information officer takes the words out for good:")]
            + Set(held.compactMap(\.reference)).sorted().map { .deed("redact", on: $0) }
    }
}
