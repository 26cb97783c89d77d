import Packs
import Ledger
import Register
import UseCases

/// What an erasure takes, in words.
enum ErasureTelling {
    static func answer(_ erasure: Erasure, isDone: Bool) throws -> Answer {
        var lines = [isDone ? "Erased for good." : "This would be erased for good:"]
        for item in erasure.items {
            let what =
                switch item.event {
                case "forget-contact": "how to reach whoever raised it"
                case "put-out": "all of its text"
                default: "who raised it, what they told and what they agreed to"
                }
            lines.append("  \(item.ref): \(what)")
        }
        if let person = erasure.person { lines.append("  \(person): name and address") }
        if !erasure.redacted.isEmpty {
            lines.append(isDone ? "Taken out of other texts:" : "To be taken out of other texts:")
            lines += erasure.redacted.map { "  \($0.ref), \($0.field)" }
        }
        lines += papers(redacted: erasure.redactedPapers, erased: erasure.erasedPapers)
        let suspects = erasure.suspects.filter { !$0.isTheirOwn }
        if !suspects.isEmpty {
            lines.append("Look at these, and take out what is theirs with lap redact:")
            for suspect in suspects {
                lines.append("  \(suspect.ref), \(suspect.field), \(suspect.kind)" + around(suspect))
                if let words = suspect.words {
                    lines.append("    lap redact \(suspect.ref) --words \"\(ErasureTelling.inQuotes(words))\"")
                }
            }
        }
        let alike = Set(erasure.suspects.filter(\.isTheirOwn).map { "  \($0.ref), \($0.field)" })
        if !alike.isEmpty {
            lines.append("Who is called or reached alike in these is for a request of its own, and stays:")
            lines += alike.sorted()
        }
        if !erasure.organisations.isEmpty {
            lines.append("Look at what the organisations of these seats are called, and correct what is theirs:")
            for seat in erasure.organisations {
                lines.append("  \(seat.ref)" + around(seat))
                lines.append("    lap seat edit \(seat.ref) --become …")
            }
        }
        if !erasure.papers.isEmpty {
            lines.append("Papers that went out and name it: copies are to be taken back where they tell of it:")
            lines += erasure.papers.map { "  \($0)" }
        }
        if erasure.leavesSome {
            lines.append("Something of it stays as it is, because the law says so. It is not named here.")
        }
        lines.append(
            isDone
                ? "Next: lap request answer \(erasure.request) --answer …"
                : "Nothing is erased yet. Say --yes to do it.")
        return Answer(lines.joined(separator: "\n") + "\n", json: try JSON(encoding: erasure))
    }

    /// The words around what may be of it, for whoever may read them.
    static func around(_ suspect: Erasure.Suspect) -> String {
        suspect.around.map { ": “\(Printed.safe($0))”" } ?? ""
    }

    /// What becomes of issued papers.
    static func papers(redacted: [String], erased: [String]) -> [String] {
        func lines(_ title: String, _ names: [String]) -> [String] {
            names.isEmpty ? [] : [title] + names.map { "  \($0)" }
        }
        return lines("Issued papers without it from then on, set anew when they are asked for next:", redacted)
            + lines("Issued papers of which nothing is left:", erased)
    }

    /// Words as a shell takes them between double quotes.
    private static func inQuotes(_ words: String) -> String {
        Printed.safe(words).replacing(/["$`\\]/) { "\\\($0.output)" }
    }
}
