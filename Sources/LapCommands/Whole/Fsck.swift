import ArgumentParser
import Ledger
import Register
import UseCases

struct Fsck: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "fsck",
        abstract: "Check the register: its journal's chain, every row against it, every history against its workflow.")

    @Option(
        help: ArgumentHelp(
            "The journal has to hold this head, as an earlier check or a paper printed it.", valueName: "head"))
    var against: String?

    @Flag(help: "Make the tables anew from the journal, where that verifies; then check.")
    var rebuild = false

    @Flag(help: "Go on knowingly with an older copy that was put in its place: what is lost is put on record.")
    var adopt = false

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let rebuilt = rebuild ? try session.rebuild() : nil
        let adopted = adopt ? try session.adopt(against: against) : nil
        // What it was adopted without it does not hold.
        let report = try session.check(against: adopt ? nil : against)
        let changes =
            (rebuilt.map { Fsck.lines($0.changes, of: $0.count) } ?? [])
            + (adopted.map {
                ["Operation \($0.operation) puts on record that the register goes on without what is lost."]
            } ?? [])
        guard report.problems.isEmpty else {
            if common.json {
                let found = JSON.object([
                    "operations": .number(report.operations), "items": .number(report.items),
                    "head": .string(report.head), "count": .number(report.count),
                    "problems": .array(report.problems.map(JSON.string)),
                    "notes": .array(report.notes.map(JSON.string)),
                    "changes": .array((rebuilt?.changes ?? []).map(JSON.string)),
                ])
                try await context.answer(Answer("", json: found), common)
                throw Failure(.failed, lines: [])
            }
            throw Failure(
                .failed, lines: changes + Fsck.lines(report.problems, of: report.count),
                hints: Fsck.hints(report, isHeld: against != nil))
        }
        let text =
            changes
            + [
                rebuilt?.count == 0 ? "Every table is as the journal has it." : nil,
                "Sound: \(report.operations.of("operation")), \(report.items.of("item")).",
                report.head.map { "Head: \($0)" },
                against == nil && !adopt ? Fsck.unknowable : nil,
                unknown(report),
                report.swept == 0
                    ? nil : "Taken away: \(report.swept.of("text")) of an editor whose command was killed.",
                report.isLogEmpty ? Fsck.emptyLog : nil,
            ].compactMap(\.self) + report.notes + report.leftovers.lines
        var json: [String: JSON] = [
            "operations": .number(report.operations), "items": .number(report.items), "head": .string(report.head),
            "erasuresUnknownSince": .string(report.erasuresUnknownSince),
            "logIsEmpty": .bool(report.isLogEmpty), "notes": .array(report.notes.map(JSON.string)),
            "swept": .number(report.swept),
            "writing": .array(report.leftovers.writing.map(JSON.string)),
            "strangers": .array(report.leftovers.strangers.map(JSON.string)),
        ]
        if let rebuilt { json["changes"] = .array(rebuilt.changes.map(JSON.string)) }
        try await context.answer(Answer(text.map { "\($0)\n" }.joined(), json: .object(json)), common)
    }

    private static let unknowable =
        "Without --against nobody can tell an older copy put in its place, or a journal written anew: compare the head with the last one printed."

    private static let emptyLog =
        "The log of what was opened is empty: nobody was shown anything confidential for a year, or it was taken away."

    /// What helps, and nothing that does not.
    private static func hints(_ report: CheckedRegister, isHeld: Bool) -> [String] {
        if report.isSound, isHeld {
            return [
                "The register holds by itself. Compare what you gave with where it is printed.",
                "If it is printed so, go back to the last backup, or go on without what is lost: lap fsck --against HEAD --adopt",
            ]
        }
        if report.isSound, report.isMarked {
            return [
                "Hold it against the last head that was printed: lap fsck --against HEAD. Without one, go back to the last backup: lap restore FILE FOLDER; or go on without what is lost: lap fsck --adopt"
            ]
        }
        if report.isSound, !report.missing.isEmpty {
            return ["Put the later one back, or the last backup; or go on without what is lost: lap fsck --adopt"]
        }
        // What is wrong beside the register says itself what mends it.
        if report.isSound { return [] }
        var hints = ["Copy the folder .lap first."]
        if report.isMendable { hints.append("What the journal tells otherwise of is mended by: lap fsck --rebuild") }
        hints.append(
            "\(report.isMendable ? "For what is left then, go" : "Go") back to the last backup, or take what is left: lap restore --salvage .lap/register.sqlite FOLDER"
        )
        return hints
    }

    private static func lines(_ first: [String], of count: Int) -> [String] {
        count > first.count ? first + ["And \(count - first.count) more."] : first
    }

    private func unknown(_ report: CheckedRegister) -> String? {
        report.erasuresUnknownSince.map {
            "Made of a copy: what was erased since \($0.prefix(10)) may be here again."
        }
    }
}
