import Partnership
import Register
import UseCases
import Workflow

/// What needs doing, for people: what is most urgent first, and of that what is one's own.
struct StatusText {
    let told: ToldStatus
    let day: Day
    let width: Int

    private var report: StatusAnswer { told.status }

    var text: String {
        let areas = told.areas
        let place = !told.isWhole ? "Yours" : areas.isEmpty ? "The whole partnership" : areas.joined(separator: ", ")
        var lines = ["\(place), \(day.words)"]
        if let since = told.erasuresUnknownSince {
            lines += ["", "Made of a copy: what was erased since \(since.prefix(10)) may be here again."]
        }
        lines += section(
            "Divert at once (lap issue divert REF --destination … --external-reference …):", report.diversions,
            of: "diversions")
        if !report.unattended.isEmpty {
            lines += [
                "", "Nobody sees to the issues of \(Sentences.list(report.unattended, "and")): fill a seat there.",
            ]
        }
        if told.drafts > 0 { lines += ["", "Yours to go on with: \(told.drafts.of("draft")) (lap drafts)."] }
        lines += papers + letters + calls + cutOffs + lacking + terms
        lines += section(
            "Left undecided by a meeting that is over (decide it, or defer it with the chair’s reason):",
            report.undecided.map(\.withoutDay), of: "undecided")
        lines += section(
            "Provisional decisions, to be confirmed by a later meeting:", report.provisional, of: "provisional")
        lines += section(
            "Minutes that the next meeting has not agreed, to be agreed by a later one:", report.unagreed,
            of: "unagreed")
        lines +=
            report.overdue.isEmpty ? ["", "Nothing is overdue."] : grouped("Overdue:", report.overdue, of: "overdue")
        lines += grouped("Due soon:", report.warned, of: "warned")
        lines += grouped("In the next fortnight:", report.coming, of: "coming")
        lines += section(
            "Undecided after \(told.undecidedBoards) Boards (R15):", report.exceptions.map(\.withoutDay),
            of: "exceptions")
        if told.isWhole {
            lines +=
                report.meetings.isEmpty
                ? [
                    "",
                    "No meeting is scheduled: lap meeting schedule BODY --date DATE\(Sentences.by(told.schedulers))",
                ]
                : section("Meetings to come:", report.meetings, of: "meetings")
        }
        if !report.tally.isEmpty {
            let counts = report.tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            lines += ["", "Issues: \(counts.joined(separator: ", "))."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is due, one's own first, then what is for the bodies in which one holds the seat that does it, then others'.
    private func grouped(_ title: String, _ items: [StatusAnswer.Line], of list: String) -> [String] {
        guard !items.isEmpty else { return [] }
        let groups =
            [("own", "Yours")] + told.bodies.map { ($0.id, $0.title) } + [("others", "For others to do")]
        var lines = ["", title]
        for (whose, name) in groups {
            let theirs = items.filter { ($0.whose ?? "others") == whose }
            guard !theirs.isEmpty else { continue }
            lines.append(" \(name)")
            // Two clocks may ask for the same: the earlier one says so.
            var told: Set<String> = []
            let tasks = theirs.map { (item: $0, task: whose == "others" ? others($0) : command($0)) }.filter {
                told.insert($0.task).inserted
            }
            lines += rows(tasks.map(\.item), tasks.map(\.task))
        }
        return lines + more(list)
    }

    /// The command line that does what is due, or that says what there is to do.
    private func command(_ item: StatusAnswer.Line) -> String {
        guard let noun = Noun.of(workflow: item.workflow) else { return "lap show \(item.ref)" }
        if let first = item.reasons.lazy.compactMap({ $0.command(noun: noun, reference: item.ref) }).first {
            return first
        }
        guard let event = item.todo, item.reasons.isEmpty else {
            let hasNext = Spelling.builtIn(noun.name).contains("next")
            let asking = hasNext ? "lap \(noun.name) next \(item.ref)" : "lap show \(item.ref)"
            return asking + (item.dueTitle.map { " (\($0))" } ?? "")
        }
        return "lap \(noun.name) \(noun.verb(of: event)) \(item.ref)"
    }

    private func others(_ item: StatusAnswer.Line) -> String {
        // What many may do is nobody's in particular.
        let whom = item.by.count < 3 ? item.by.first.map { " (\($0))" } ?? "" : ""
        return "\(item.ref)  \(item.dueTitle ?? item.state)\(whom)"
    }

    private func section(_ title: String, _ items: [StatusAnswer.Line], of list: String) -> [String] {
        guard !items.isEmpty else { return [] }
        let broad = items.map { Columns.width(of: $0.ref) }.max() ?? 0
        let heads = items.map { "\(Columns.pad($0.ref, to: broad))  \($0.dueTitle ?? $0.state)" }
        return ["", title] + rows(items, heads) + more(list)
    }

    /// A day, what is to be done, and what it is about, in columns.
    private func rows(_ items: [StatusAnswer.Line], _ tasks: [String]) -> [String] {
        let broad = min(tasks.map(Columns.width).max() ?? 0, max(30, width / 2))
        return zip(items, tasks).map { item, task in
            let when = item.due.map { "\($0)" } ?? item.date.map { "\($0)" } ?? ""
            let head = "  \(Columns.pad(when, to: 10))  \(Columns.pad(task, to: broad))  "
            let title = Columns.cut(
                Printed.safe(item.title ?? "", limit: 280), to: max(20, width - Columns.width(of: head)))
            return (head + title).trimmedEnd
        }
    }

    private func more(_ list: String) -> [String] {
        report.more[list].map { more in
            ["  and \(more)\(more == StatusReport.counted ? " or more" : "") more"]
        } ?? []
    }

    private var papers: [String] {
        guard !report.papers.isEmpty else { return [] }
        return ["", "Papers to be made again, or recalled:"]
            + report.papers.flatMap { paper in
                [
                    "  \(paper.paper), because \(Sentences.list(paper.because, "and")):",
                    "    " + PackRun.line(paper.kind, of: paper.of, edition: paper.edition, part: paper.part),
                ]
            }
    }

    private var letters: [String] {
        guard !report.letters.isEmpty else { return [] }
        return ["", "Families to be told that time ran out before their matter:"]
            + report.letters.flatMap { letter in
                [
                    "  \(letter.of), which the \(letter.body) was to hear on \(letter.on.words):",
                    "    lap pack letter \(letter.of)",
                ]
            }
    }

    private var calls: [String] {
        guard !report.calls.isEmpty else { return [] }
        return ["", "Calls for items:"]
            + report.calls.flatMap { call in
                let waiting = "no answer by \(call.by.words) from \(call.waitingFor.joined(separator: ", "))"
                return [
                    "  \(call.meeting): \(call.isMade ? waiting : "due by \(call.by.words)")",
                    "    lap agenda call \(call.meeting)",
                ]
            }
    }

    private var cutOffs: [String] {
        guard !report.cutOffs.isEmpty else { return [] }
        return ["", "Cut-off soon:"]
            + report.cutOffs.map { next in
                let left = next.workingDaysLeft == 0 ? "today" : "in \(next.workingDaysLeft.of("working day"))"
                return "  \(next.ref): \(next.cutOff.wordsWithWeekday), \(left)"
            }
    }

    private var lacking: [String] {
        guard !report.lacking.isEmpty else { return [] }
        return ["", "Brought to a meeting, and not on its agenda yet:"]
            + report.lacking.flatMap { lacking in
                [
                    "  \(lacking.meeting): \(lacking.issues.joined(separator: ", "))",
                    "    lap agenda build \(lacking.meeting)",
                ]
            }
    }

    private var terms: [String] {
        guard !report.terms.isEmpty else { return [] }
        return ["", "Terms of reference to be reviewed:"]
            + report.terms.map { "  \($0.body): version \($0.version), by \($0.review.words)" }
    }
}

extension String {
    fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
