import Foundation
import Packs
import Register
import UseCases
import Workflow

/// What has to hold of everything, after every meeting.
extension Year {
    func checkAll() throws {
        counts["looks at everything", default: 0] += 1
        try checkIssues()
        try checkAgendas()
        try checkActions()
        try checkReports()
        for (ref, meeting) in list.meetings.sorted(by: { $0.key < $1.key })
        where !meeting.decisions.isEmpty && meeting.state != "signed" { try check(ref) }
        for (ref, matter) in list.matters.sorted(by: { $0.key < $1.key }) where matter.isOpen {
            try check(ref)
            if let meeting = matter.meeting {
                try must(isStillToCome(meeting), "\(ref) is before \(meeting), which is over")
            }
        }
        try checkStatus()
    }

    /// Every issue is there, in the state that the list has, and each that is open where somebody will look.
    private func checkIssues() throws {
        var states: [String: Int] = [:]
        for area in Cast.areas {
            var question = ListIssues()
            question.areas = [area]
            question.limit = 100_000
            let lines = try place.asks(question, as: Cast.dco(area)).issues
            let own = list.issues.filter { $0.value.area == area }
            try must(
                Set(lines.map(\.ref)) == Set(own.keys) && lines.count == own.count,
                "of \(area) there are \(lines.count) issues, and on the list \(own.count)")
            for line in lines {
                let known = own[line.ref]
                try must(line.state == known?.state, "\(line.ref) is \(line.state), on the list \(known?.state ?? "")")
                // What the Board settled is looked at again; whose issue is part of another hears all the same.
                let isLookedAt = line.state == "closed" && known?.isBoards == true && known?.isClear == true
                try must(
                    line.state == "merged" || (line.due != nil) == (known?.isOpen == true || isLookedAt),
                    "\(line.ref) is \(line.state), due \(line.due as Any)")
                states[line.state, default: 0] += 1
            }
        }
        let status = try place.asks(TellStatus(.all, in: place.workplace), as: Cast.informationOfficer).status
        // What may be a safeguarding matter is told to the DCO's side alone.
        var told = status.tally
        for issue in list.issues.values where !issue.isClear && issue.isOpen { told[issue.state, default: 0] += 1 }
        try must(told == states, "the register counts \(told), and the LAPs have \(states)")
        for (ref, issue) in list.issues.sorted(by: { $0.key < $1.key }) where issue.isOpen && issue.isClear {
            switch issue.place {
            case .coming(let meeting):
                try must(isStillToCome(meeting), "\(ref) is \(issue.state) and comes before \(meeting), which is over")
            case .agenda(let meeting):
                let isThere = isStillToCome(meeting) || list.meetings[meeting]?.isCirculated == false
                try must(isThere, "\(ref) is \(issue.state) at \(meeting), the minutes of which are out")
            default: break
            }
        }
    }

    /// Neither held nor called off.
    private func isStillToCome(_ meeting: String) -> Bool {
        list.meetings[meeting].map { $0.isAhead || $0.state == "held" } ?? false
    }

    /// Nothing is to be decided by two meetings to come, and an agenda holds what comes before its meeting and nothing else.
    private func checkAgendas() throws {
        var at: [String: String] = [:]
        for (ref, meeting) in list.meetings.sorted(by: { $0.key < $1.key }) where meeting.isAhead && meeting.isLaidOut {
            let lines = try place.asks(ShowAgenda(of: ref), as: reader(of: ref)).filter {
                !$0.title.hasPrefix("Answer of")
            }
            for line in lines {
                guard let issue = line.issue else { continue }
                try must(at[issue] == nil, "\(issue) is to be decided at \(at[issue] ?? "") and at \(ref)")
                at[issue] = ref
                guard meeting.state == "published" else { continue }
                let place = list.issues[issue]?.place
                let isThere =
                    place == .agenda(ref) || place == .group(meeting.body)
                    || list.issues[issue]?.reporter == meeting.body
                let isBackLater = place == .coming(ref)
                try must(
                    isThere || isBackLater || !(list.issues[issue]?.isOpen ?? false),
                    "\(issue) stands on the agenda of \(ref), and is \(place as Any)")
            }
        }
    }

    private func checkActions() throws {
        var question = ListActions()
        question.filter.all = true
        question.filter.limit = 100_000
        let listed = try place.asks(question, as: Cast.informationOfficer)
        let clear = list.actions.filter { action in action.value.issue.map { list.issues[$0]?.isClear ?? true } ?? true
        }
        try must(
            Set(listed.actions.map(\.ref)).isSuperset(of: clear.keys) && listed.actions.count <= list.actions.count,
            "there are \(listed.actions.count) actions, and on the list \(list.actions.count)")
        try must(
            listed.open == list.actions.values.count(where: \.isOpen)
                && listed.open + listed.closed == list.actions.count,
            "\(listed.open) actions are open and \(listed.closed) closed, on the list \(list.actions.values.count(where: \.isOpen)) of \(list.actions.count)"
        )
        for line in listed.actions {
            guard let known = list.actions[line.ref] else { throw trouble("\(line.ref) is not on the list") }
            try must(line.state == known.state, "\(line.ref) is \(line.state), on the list \(known.state)")
            guard known.isOpen, let issue = known.issue, !known.stands else { continue }
            try must(list.issues[issue]?.isOpen ?? false, "\(line.ref) is open, and \(issue) at an end")
        }
    }

    /// What was delegated or referred is followed up, with its day, until it is reported on.
    private func checkReports() throws {
        var question = ListCommitments()
        question.filter.limit = 100_000
        let open = try place.asks(question, as: Cast.informationOfficer)
        let known = list.reports.filter(\.value.isOpen)
        try must(
            Dictionary(uniqueKeysWithValues: open.map { ($0.ref, $0.due) }) == known.mapValues(\.due),
            "\(open.map(\.ref)) are to be reported on, and on the list \(known.keys.sorted())")
    }

    /// What status tells of the whole: the meetings whose decisions wait to be confirmed, and what two Boards left.
    private func checkStatus() throws {
        let status = try place.asks(TellStatus(.all, limit: 1_000, in: place.workplace), as: Cast.informationOfficer)
            .status
        let unconfirmed = list.meetings.filter { $0.value.isUnconfirmed && $0.value.date < today }.map(\.key)
        try must(
            Set(status.provisional.map(\.ref)) == Set(unconfirmed),
            "status tells of \(status.provisional.map(\.ref)), and unconfirmed are \(unconfirmed.sorted())")
        let left = list.issues.filter { issue in
            ["escalated", "with-board"].contains(issue.value.state) && issue.value.isClear
                && issue.value.boardDefers >= 2
        }.map(\.key)
        try must(
            Set(status.exceptions.map(\.ref)) == Set(left),
            "status tells of the undecided \(status.exceptions.map(\.ref)), on the list \(left.sorted())")
    }

    /// Every decision of a meeting is in its minutes.
    func checkMinutes(of ref: String) async throws {
        guard let meeting = list.meetings[ref] else { return }
        let clerk = Cast.clerk(of: meeting.body)
        var printed = try await place.makes(MakeMinutesPack(of: ref, for: .chair, asDraft: true), as: clerk)
        // Of what may be a safeguarding matter, and of what consent was taken back for, no paper tells.
        let told = meeting.decisions.filter { decision in
            list.issues[decision.subject].map { $0.isClear && $0.mayBeHeard } ?? true
        }
        let isAll = told.allSatisfy { decision in
            printed.contains { Year.names($0, decision.ref) }
        }
        if !isAll {
            printed += try await place.makes(MakeMinutesPack(of: ref, for: .restricted, asDraft: true), as: clerk)
        }
        counts["minutes read", default: 0] += 1
        for decision in told {
            try must(
                printed.contains { Year.names($0, decision.ref) },
                "\(decision.ref) on \(decision.subject) is not in the minutes of \(ref): \(list.issues[decision.subject] as Any)"
            )
        }
        for decision in meeting.decisions where !told.contains(where: { $0.ref == decision.ref }) {
            try must(
                !printed.contains { Year.names($0, decision.ref) },
                "\(decision.ref) on \(decision.subject) is in the minutes of \(ref), and nobody is to read of it")
        }
    }

    /// Whether a paper names a reference: `D-north-2020-1` is not `D-north-2020-11`.
    private static func names(_ paper: String, _ ref: String) -> Bool {
        paper.components(separatedBy: ref).dropFirst().contains { !($0.first?.isNumber ?? false) }
    }
}
