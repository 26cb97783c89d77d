import Foundation
import Ledger
import Packs
import Partnership
import Register
import UseCases
import Workflow

/// What a person is told when a paper was recalled: what has to be decided by when, whom it was for, and what replaces it.
struct RecallTelling {
    let outcome: RecallOutcome
    /// The folder the files were in.
    let folder: String
    private var recalled: RecalledPack { outcome.recalled }

    var text: String {
        var lines = [
            "\(recalled.files.joined(separator: ", ")), issued on \(recalled.issued.words): recalled.",
            "\(recalled.breach) is open.\(deadline)",
        ]
        if !outcome.takenAway.isEmpty {
            lines.append(
                "Taken out of \(folder); the register keeps what was issued: "
                    + "\(outcome.takenAway.joined(separator: ", ")).")
        }
        let found = outcome.takenAway + outcome.leftBehind + outcome.kept
        let missing = recalled.files.filter { !found.contains($0) }
        if !missing.isEmpty {
            lines.append(
                "Not in \(folder), so take them out of everybody's reach yourself: \(missing.joined(separator: ", ")).")
        }
        for name in outcome.kept where recalled.files.contains(name) {
            lines.append("\(name) in \(folder) is another paper of that name, and stays there.")
        }
        lines += ["", "It was for:"] + addressees.map { "  \($0)" } + [""]
        for file in outcome.corrected {
            let name = URL(filePath: file.path).lastPathComponent
            lines.append(
                file.stage == .draft
                    ? "Made \(name), a draft: what it was recalled for was not changed since. Correct that first."
                    : "Made \(name), which replaces it.")
        }
        if let later = recalled.replacedBefore {
            lines.append("\(later), which was issued since, has taken its place.")
        }
        if outcome.corrected.contains(where: { $0.stage == .draft }) || outcome.refusal != nil {
            lines.append("Then make it: \(make)")
        }
        if !recalled.others.isEmpty {
            lines.append("Issued too, and may hold the same; recall each that does:")
            lines += recalled.others.map { "  \($0.name), issued on \($0.issued.words)" }
        }
        lines.append("Next: lap breach decide-authority \(recalled.breach)")
        if !outcome.corrected.contains(where: { $0.stage == .issued }) {
            lines.append("Undo, until that is decided, with: lap undo \(outcome.operation)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What could not be done, and what would help; nil when all was.
    var complaint: String? {
        var text = ""
        if !outcome.leftBehind.isEmpty {
            text +=
                Failure(
                    .cannotWrite,
                    "\(outcome.leftBehind.joined(separator: ", ")) could not be taken out of \(folder).",
                    hint: "Take it out of everybody's reach yourself."
                ).text
        }
        if let refusal = outcome.refusal {
            let failure = Failure(refusal)
            text +=
                Failure(
                    failure.code, lines: ["The recall stands, but what replaces it could not be made."] + failure.lines,
                    hints: failure.hints
                ).text
        }
        return text.isEmpty ? nil : text
    }

    var json: JSON {
        get throws {
            var members: [String: JSON] = [
                "takenAway": .array(outcome.takenAway.map(JSON.string)),
                "kept": .array(outcome.kept.map(JSON.string)),
                "leftBehind": .array(outcome.leftBehind.map(JSON.string)),
                "corrected": try JSON(encoding: outcome.corrected), "operation": .number(outcome.operation),
                "refusal": outcome.refusal.map { .array(Failure($0).lines.map(JSON.string)) } ?? .null,
            ]
            if case .object(let recalled) = try JSON(encoding: recalled) { members.merge(recalled) { $1 } }
            return .object(members)
        }
    }

    private var deadline: String {
        guard let day = recalled.decideBy else { return "" }
        let time = recalled.decideAt.map { "\($0) on " } ?? ""
        return " Decide by \(time)\(day.words) whether the authority is told, and then the families and others."
    }

    private var addressees: [String] {
        let given = recalled.addressees
        var lines = given.everybody ? ["everybody"] : []
        lines += given.members.map { member in
            "\(member.name), \(member.role)" + (member.email.map { " <\($0)>" } ?? "")
        }
        if let family = given.family {
            lines.append("the family of \(family)" + (given.contact.map { ": \($0)" } ?? ""))
        }
        return lines
    }

    private var make: String {
        let line = PackRun.line(
            recalled.kind.rawValue, of: recalled.item, edition: recalled.edition?.rawValue, part: recalled.part)
        return "\(line) --to \(folder)"
    }
}
