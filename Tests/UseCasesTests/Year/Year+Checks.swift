import Foundation
import UseCases
import Workflow

/// What has to hold of what a step touched.
extension Year {
    /// Everything that an undo has to bring back of something.
    func glance(at ref: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func text(_ item: ItemAnswer) throws -> String {
            let clocks = item.clocks.map { "\($0.clock) \($0.due)" }.sorted().joined(separator: ", ")
            let fields = try String(decoding: encoder.encode(item.fields), as: UTF8.self)
            return "\(item.ref) \(item.state) [\(clocks)] \(fields)"
        }
        guard list.meetings[ref] != nil else { return try text(shown(ref)) }
        let shown = try place.asks(ShowMeeting(ref), as: reader(of: ref)).meeting
        return try text(shown.item)
            + [
                encoder.encode(shown.agenda), encoder.encode(shown.attendance), encoder.encode(shown.decisions),
                encoder.encode(shown.undecided),
            ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    func shown(_ ref: String) throws -> ItemAnswer { try place.asks(ShowItem(ref), as: reader(of: ref)).item }

    /// Somebody who reads all of it.
    func reader(of ref: String) -> String {
        if let issue = list.issues[ref] { return Cast.dco(issue.area) }
        if let meeting = list.meetings[ref] { return Cast.clerk(of: meeting.body) }
        if let matter = list.matters[ref] { return Cast.clerk(of: matter.body) }
        if let issue = list.actions[ref]?.issue.flatMap({ list.issues[$0] }) { return Cast.dco(issue.area) }
        return Cast.informationOfficer
    }

    func check(_ ref: String) throws {
        if list.issues[ref] != nil {
            try checkIssue(ref)
        } else if list.meetings[ref] != nil {
            try checkMeeting(ref)
        } else if list.actions[ref] != nil {
            try checkAction(ref)
        } else if list.matters[ref] != nil {
            try checkMatter(ref)
        }
    }

    private func checkIssue(_ ref: String) throws {
        guard let known = list.issues[ref] else { return }
        let item = try shown(ref)
        try must(item.state == known.state, "\(ref) is \(item.state), and on the list \(known.state)")
        try must(item.open == known.isOpen, "\(ref) is \(item.open ? "open" : "at an end"), and not so on the list")
        guard known.isOpen else { return }
        try must(item.due != nil, "\(ref) is \(item.state), and nothing of it falls due")
        let meeting = item.fields["meeting"]?.text
        let next = item.fields["next-meeting"]?.text
        switch known.place {
        case .agenda(let own): try must(meeting == own && next == nil, "\(ref) is not on the agenda of \(own) alone")
        case .coming(let own): try must(next == own, "\(ref) comes before \(next ?? "nothing"), and not before \(own)")
        case .waiting: try must(meeting == nil && next == nil, "\(ref) does not wait, but is before a meeting")
        case .led(let owner):
            let person = item.fields["owner"]?.text.map { names[$0] ?? $0 }
            try must(person == owner, "\(ref) is led by \(person ?? "nobody"), and not by \(owner)")
        case .group(let group): try must(item.fields["group"]?.text == group, "\(ref) is not with \(group)")
        case .toDo, .answer, .end:
            try must(next == nil, "\(ref) is \(item.state), and still to come before \(next ?? "")")
        }
        for (field, count) in [
            ("carries", known.carries), ("board-defers", known.boardDefers), ("reopens", known.reopens),
            ("contact-attempts", known.attempts),
        ] {
            guard known.isClear, let value = item.fields[field]?.value else { continue }
            try must(value == .number(count), "\(field) of \(ref) is \(value), and on the list \(count)")
        }
        if ["local", "board", "resolved"].contains(Year.stage(item.state)) {
            let owner = item.fields["owner"]?.text.map { names[$0] ?? $0 }
            try must(
                owner == known.owner, "\(ref) is owned by \(owner ?? "nobody"), on the list \(known.owner ?? "nobody")")
        }
    }

    static func stage(_ state: String) -> String {
        switch state {
        case "logged", "acknowledged", "needs-info": "intake"
        case "accepted", "early-resolution", "on-agenda", "deferred", "local-action": "local"
        case "resolved-local", "resolved-board": "resolved"
        case "closed", "diverted", "redirected", "withdrawn", "merged": "end"
        default: "board"
        }
    }

    private func checkMeeting(_ ref: String) throws {
        guard let known = list.meetings[ref] else { return }
        let shown = try place.asks(ShowMeeting(ref), as: reader(of: ref))
        try must(
            shown.meeting.item.state == known.state && shown.meeting.date == known.date,
            "\(ref) is \(shown.meeting.item.state) on \(shown.meeting.date?.description ?? "no day"), and on the list \(known.state) on \(known.date)"
        )
        if let quorum = shown.quorum {
            let isProvisional = Cast.isProvisional(at: known.body, present: known.present, without: [])
            try must(
                quorum.provisional == isProvisional,
                "\(ref) is \(quorum), counted by hand provisional: \(isProvisional)")
        }
        let decisions = try place.asks(ListDecisions(of: ref), as: reader(of: ref))
        try must(
            decisions.map(\.ref).sorted() == known.decisions.map(\.ref).sorted(),
            "\(ref) decided \(decisions.map(\.ref)), and on the list \(known.decisions.map(\.ref))")
        for decision in known.decisions {
            let isProvisional = !decision.isConfirmed && known.isProvisional(decision.subject)
            let stored = decisions.first { $0.ref == decision.ref }
            try must(
                stored?.provisional == isProvisional,
                "\(decision.ref) on \(decision.subject) is \(stored?.provisional == true ? "" : "not ")provisional, counted by hand it is \(isProvisional ? "" : "not ")"
            )
        }
    }

    private func checkAction(_ ref: String) throws {
        guard let known = list.actions[ref] else { return }
        let item = try shown(ref)
        try must(item.state == known.state, "\(ref) is \(item.state), and on the list \(known.state)")
        guard known.isOpen else { return }
        try must(item.due != nil, "\(ref) is open and never due")
        let owner = item.fields["owner"]?.text.map { names[$0] ?? $0 }
        try must(owner == known.owner, "\(ref) is led by \(owner ?? "nobody"), and on the list by \(known.owner)")
    }

    private func checkMatter(_ ref: String) throws {
        guard let known = list.matters[ref] else { return }
        let item = try shown(ref)
        try must(item.open == known.isOpen, "\(ref) is \(item.state), on the list \(known.isOpen ? "open" : "ended")")
        guard known.isOpen else { return }
        let meeting = item.fields["meeting"]?.text
        try must(
            meeting == known.meeting,
            "\(ref) is before \(meeting ?? "nothing"), on the list \(known.meeting ?? "nothing")")
        try must(item.fields["carries"]?.value == .number(known.carries), "\(ref) was carried \(known.carries) times")
    }
}
