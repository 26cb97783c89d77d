import ArgumentParser
import Ledger
import Partnership
import Register
import UseCases
import Workflow

struct Status: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What needs doing next, for whoever asks, most urgent first.")

    @Option(help: "Only these areas, with commas; those of whoever asks unless told.") var area: String?
    @Flag(help: "The whole partnership.") var all = false
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let scope: TellStatus.Scope =
            all ? .all : area.map { .areas($0.split(separator: ",").map(String.init)) } ?? .own
        let asOf = try past.day(context)
        let told = try session.ask(TellStatus(scope, asOf: asOf, in: session.workplace), on: asOf)
        try await context.answer(
            Answer(
                damage(session) + text(told, on: asOf ?? session.day, width: context.console.width),
                json: JSON(encoding: told.status)),
            common)
    }

    /// That nothing can be recorded comes before what there is to do.
    private func damage(_ session: Session) -> String {
        session.workplace.foundDamaged.map {
            "FOUND DAMAGED on \(Printed.safe($0)): nothing is written to this register until lap fsck finds it sound.\n\n"
        } ?? ""
    }

    private func text(_ told: ToldStatus, on day: Day, width: Int) -> String {
        let report = told.status
        let areas = told.areas
        var lines = ["\(areas.isEmpty ? "The whole partnership" : areas.joined(separator: ", ")), \(day.words)"]
        func section(_ title: String, _ items: [StatusAnswer.Line], of list: String, empty: String?) {
            guard !items.isEmpty else {
                if let empty { lines += ["", empty] }
                return
            }
            lines += ["", title]
            for item in items {
                let when = item.due.map { "\($0)" } ?? item.date.map { "\($0)" } ?? ""
                let head =
                    "  \(Columns.pad(when, to: 10))  \(Columns.pad(item.ref, to: 18))  \(Columns.pad(item.dueFor ?? item.state, to: 16))  "
                lines.append(
                    head
                        + Columns.cut(
                            Printed.safe(item.title ?? "", limit: 280), to: max(20, width - Columns.width(of: head))))
            }
            if let more = report.more[list] {
                lines.append("  and \(more)\(more == StatusReport.counted ? " or more" : "") more")
            }
        }
        if let since = told.erasuresUnknownSince {
            lines += ["", "Made of a copy: what was erased since \(since.prefix(10)) may be here again."]
        }
        section(
            "Divert at once (lap issue divert REF --destination … --external-reference …):", report.diversions,
            of: "diversions",
            empty: nil)
        if !report.unattended.isEmpty {
            lines += [
                "", "Nobody sees to the issues of \(Sentences.list(report.unattended, "and")): fill a seat there.",
            ]
        }
        if !report.papers.isEmpty {
            lines += ["", "Papers to be made again, or recalled:"]
            for paper in report.papers {
                let edition = paper.edition.map { " --edition \($0)" } ?? ""
                lines.append("  \(paper.paper), because \(Sentences.list(paper.because, "and")):")
                lines.append("    lap pack \(paper.kind) \(paper.of)\(edition)")
            }
        }
        if !report.letters.isEmpty {
            lines += ["", "Families to be told that time ran out before their matter:"]
            for letter in report.letters {
                lines.append("  \(letter.of), which the \(letter.body) was to hear on \(letter.on.words):")
                lines.append("    lap pack letter \(letter.of)")
            }
        }
        if !report.calls.isEmpty {
            lines += ["", "Calls for items:"]
            for call in report.calls {
                let waiting = "no answer by \(call.by.words) from \(call.waitingFor.joined(separator: ", "))"
                lines.append("  \(call.meeting): \(call.isMade ? waiting : "due by \(call.by.words)")")
                lines.append("    lap agenda call \(call.meeting)")
            }
        }
        if !report.terms.isEmpty {
            lines += ["", "Terms of reference to be reviewed:"]
            for terms in report.terms {
                lines.append("  \(terms.body): version \(terms.version), by \(terms.review.words)")
            }
        }
        section(
            "Left undecided by a meeting that is over (decide it, or defer it with the chair’s reason):",
            report.undecided, of: "undecided",
            empty: nil)
        section(
            "Provisional decisions, to be confirmed by a later meeting:", report.provisional, of: "provisional",
            empty: nil)
        section(
            "Minutes that the next meeting has not agreed, to be agreed by a later one:", report.unagreed,
            of: "unagreed", empty: nil)
        section("Overdue:", report.overdue, of: "overdue", empty: "Nothing is overdue.")
        section("Due soon:", report.warned, of: "warned", empty: nil)
        section("In the next fortnight:", report.coming, of: "coming", empty: nil)
        section(
            "Undecided after \(told.undecidedBoards) Boards (R15):", report.exceptions, of: "exceptions", empty: nil)
        section(
            "Meetings to come:", report.meetings, of: "meetings",
            empty: "No meeting is scheduled: lap meeting schedule BODY --date DATE")
        if !report.tally.isEmpty {
            lines += ["", "Issues: \(tally(report).joined(separator: ", "))."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func tally(_ report: StatusAnswer) -> [String] {
        report.tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    }
}
