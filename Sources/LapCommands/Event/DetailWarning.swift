import Ledger
import Packs
import Register

/// What a person is told when something sealed stands in the open: no paper that prints it can be made.
struct DetailWarning {
    let details: [PersonalFinding]
    /// What an erasure left in other places, since it may be another's.
    var mentions: [PersonalFinding] = []
    /// Where what was put right stands as it was.
    var replaced: [PersonalFinding] = []

    /// Empty when there is nothing to tell.
    var text: String {
        var text = ""
        if !details.isEmpty {
            text +=
                "What may tell of a family stands in an open field, and no paper that prints it can be made:\n"
                + list(details)
        }
        if !mentions.isEmpty {
            text +=
                "This may still tell of what was erased, and nothing can search for it any more. Where it does, take it out with lap redact:\n"
                + list(mentions)
        }
        if !replaced.isEmpty {
            text +=
                "What was put right still stands here as it was. Where it has to go, take it out with lap redact:\n"
                + list(replaced)
        }
        return text
    }

    private func list(_ findings: [PersonalFinding]) -> String {
        let sentences = findings.sentences
        let shown = sentences.prefix(20).map { "  \(Printed.safe($0))\n" }.joined()
        return shown + (sentences.count > 20 ? "  and \(sentences.count - 20) more\n" : "")
    }
}

extension JSON {
    /// An object with one more member; anything else as it is.
    func adding(_ name: String, _ value: JSON) -> JSON {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }
}
