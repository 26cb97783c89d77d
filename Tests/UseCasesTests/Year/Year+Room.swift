import Partnership
import UseCases
import Workflow

/// In the room.
extension Year {
    func hold(_ ref: String, on day: Day) async throws {
        guard let meeting = list.meetings[ref] else { return }
        let clerk = Cast.clerk(of: meeting.body)
        let on = day == today ? nil : day
        try attend(ref, on: on)
        try self.meeting("hold", ref, as: clerk, on: on)
        let lines = try place.asks(ShowAgenda(of: ref), as: clerk)
        let isPrivate = lines.contains { $0.private && $0.number.contains(".") }
        if isPrivate, dice.percent(75) { try exclude(ref, on: on) }
        try declare(ref, lines, on: on)
        for number in ["1", "2", "4"] {
            try minute(number, of: ref, on: on)
            if dice.percent(60) { try setAction(under: number, at: ref, on: on) }
        }
        for line in lines where line.matter != nil { try take(line, at: ref, on: on) }
        for line in lines
        where line.issue == nil && line.matter == nil && dice.percent(10) && !line.number.contains(".") && !line.private
        {
            try resolve(line.number, at: ref, on: on)
        }
        let issues = lines.compactMap(\.issue).filter { list.issues[$0]?.place == .agenda(ref) }
        for issue in issues.reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } })
        where list.issues[issue]?.isClear ?? false {
            let number = lines.last { $0.issue == issue }?.number ?? ""
            try decide(issue, at: ref, on: on, number: number)
            guard ["local-action", "board-action"].contains(list.issues[issue]?.state) else { continue }
            while dice.percent(45) { try setAction(under: number, about: issue, at: ref, on: on) }
        }
        if dice.percent(25) { try correctAttendance(of: ref, on: on) }
        try self.meeting("conclude", ref, ["concluded-at": .text("12:00")], as: clerk, on: on)
        try checkAll()
    }

    /// Who came: everybody, or most, or without a parent representative, or too few to decide.
    private func attend(_ ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref] else { return }
        let members = Cast.members(of: meeting.body)
        let kind = dice.draw([(50, 0), (25, 1), (13, 2), (12, 3)])
        var entries: [Attend.Entry] = []
        var comes: [String: String] = [:]
        var guests = Cast.guests
        for member in members {
            let isParent = Cast.roles(of: member, in: meeting.body).contains("parent-rep")
            let stays = kind == 2 && isParent || kind == 3 && dice.percent(60) || kind == 1 && dice.percent(20)
            if !stays || member == members[0] && kind != 3 {
                entries.append(.present(member))
                comes[member] = member
            } else if dice.percent(15), let guest = guests.popLast() {
                entries.append(.deputised(member, by: guest))
                comes[member] = guest
            } else {
                entries.append(dice.percent(70) ? .apologies(member) : .absent(member))
            }
        }
        if comes.isEmpty {
            entries.append(.present(members[0]))
            entries.removeAll { if case .apologies(members[0]) = $0 { true } else { false } }
            entries.removeAll { if case .absent(members[0]) = $0 { true } else { false } }
            comes[members[0]] = members[0]
        }
        for guest in guests where dice.percent(30) {
            entries.append(.present(guest))
            comes[guest] = guest
            counts["guests", default: 0] += 1
        }
        try record(entries, comes: comes, at: ref, on: day, "who came to \(ref)")
        counts[
            Cast.isProvisional(at: meeting.body, present: list.meetings[ref]?.present ?? [:], without: [])
                ? "provisional meetings" : "complete meetings", default: 0] += 1
    }

    private func record(
        _ entries: [Attend.Entry], comes: [String: String], at ref: String, on day: Day?, _ words: String
    ) throws {
        guard let body = list.meetings[ref]?.body else { return }
        let quorum = try step(
            Attend(meeting: ref, entries: entries), as: Cast.clerk(of: body), on: day, touching: [ref],
            "\(words): \(comes.values.sorted().joined(separator: ", "))"
        ) { list, _ in list.meetings[ref]?.comes = comes }
        let isProvisional = Cast.isProvisional(at: body, present: list.meetings[ref]?.present ?? [:], without: [])
        try must(
            quorum.provisional == isProvisional, "\(ref) is \(quorum), counted by hand provisional: \(isProvisional)")
    }

    /// Somebody was there after all, or was not.
    func correctAttendance(of ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref], !meeting.comes.isEmpty else { return }
        let member = dice.pick(Cast.members(of: meeting.body))
        var comes = meeting.comes
        let wasThere = comes[member] != nil
        if wasThere, comes.count == 1 { return }
        let left = Set(Cast.members(of: meeting.body)).intersection(comes.keys).count - 1
        if wasThere, left < voted[ref] ?? 0 {
            try refuses(
                Attend(meeting: ref, entries: [.absent(member)]), as: Cast.clerk(of: meeting.body), on: day,
                "fewer members than votes at \(ref)")
            return
        }
        comes[member] = wasThere ? nil : member
        var corrected = meeting
        corrected.comes = comes
        if meeting.hasConfirmed, !corrected.isComplete {
            return try refuses(
                Attend(meeting: ref, entries: [wasThere ? .absent(member) : .present(member)]),
                as: Cast.clerk(of: meeting.body), on: day, code: "R8", "\(ref), which confirmed another, not complete")
        }
        try record(
            [wasThere ? .absent(member) : .present(member)], comes: comes, at: ref, on: day, "corrected at \(ref)")
        counts["corrected attendances", default: 0] += 1
    }

    private func exclude(_ ref: String, on day: Day?) throws {
        guard let body = list.meetings[ref]?.body else { return }
        try step(
            ExcludePublic(from: ref), as: Cast.clerk(of: body), on: day, touching: [], "exclude the public at \(ref)"
        ) {
            list, decision in
            list.meetings[ref]?.decisions.append(
                PlainList.Decision(ref: decision.ref, subject: "the public", isStanding: true))
        }
        try check(ref)
    }

    private func declare(_ ref: String, _ lines: [AgendaItemAnswer], on day: Day?) throws {
        guard let meeting = list.meetings[ref], dice.percent(25) else { return }
        let own = lines.filter { line in line.issue.map { list.issues[$0]?.place == .agenda(ref) } ?? false }
        guard !own.isEmpty else { return }
        let line = dice.pick(own)
        let here = meeting.present.keys.filter { !Cast.roles(of: $0, in: meeting.body).isEmpty }.sorted()
        guard let issue = line.issue, !here.isEmpty, list.issues[issue]?.isClear ?? false else { return }
        let person = dice.pick(here)
        let withdraws = dice.percent(60)
        let deed = DeclareInterest(
            Phrase.of("interest", about: "\(issue) \(ref)"), of: person, in: line.number, of: ref, withdraws: withdraws)
        try step(
            deed, as: Cast.clerk(of: meeting.body), on: day, touching: [ref],
            "\(person) declares in \(issue)\(withdraws ? " and withdraws" : "")"
        ) { list, _ in
            if withdraws {
                list.meetings[ref]?.withdrawn[issue, default: []].insert(person)
            } else {
                list.meetings[ref]?.withdrawn[issue]?.remove(person)
            }
        }
    }

    private func minute(_ number: String, of ref: String, on day: Day?) throws {
        guard let body = list.meetings[ref]?.body else { return }
        try step(
            RecordMinutes(.discussed(Phrase.of("said", about: "\(number) \(ref)")), under: number, of: ref),
            as: Cast.clerk(of: body),
            on: day,
            touching: [ref], "minute item \(number) of \(ref)"
        ) { _, _ in }
    }

    private func skip(_ number: String, _ subject: String, of ref: String, on day: Day?) throws {
        guard let body = list.meetings[ref]?.body else { return }
        try step(
            RecordMinutes(.notReached, under: number, of: ref), as: Cast.clerk(of: body), on: day, touching: [ref],
            "time ran out for \(subject), item \(number) of \(ref)"
        ) { list, _ in list.meetings[ref]?.notReached.insert(subject) }
    }

    /// A matter: resolved, talked of, not reached, or nothing is recorded of it.
    private func take(_ line: AgendaItemAnswer, at ref: String, on day: Day?) throws {
        guard let matter = line.matter, list.matters[matter]?.isOpen ?? false, list.matters[matter]?.meeting == ref
        else { return }
        switch dice.draw([(45, 0), (20, 1), (20, 2), (15, 3), (12, 4), (8, 5)]) {
        case 0: try resolve(line.number, at: ref, on: day)
        case 4: try putOff(line.number, matter, at: ref, on: day)
        case 5: try handOn(line.number, at: ref, on: day)
        case 1: try minute(line.number, of: ref, on: day)
        case 2: try skip(line.number, matter, of: ref, on: day)
        default: break
        }
    }

    /// A matter that the meeting itself puts off, to its next or to a later one.
    private func putOff(_ number: String, _ matter: String, at ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref] else { return }
        let clerk = Cast.clerk(of: meeting.body)
        let that = "that \(Phrase.of("put off", about: "\(number) \(ref)"))"
        try refuses(
            ResolveItem(that, kind: .deferred, under: number, of: ref), as: clerk, on: day,
            "defer \(matter) to no meeting")
        let later = list.ahead(of: meeting.body, from: meeting.date + 1)
        let named = dice.percent(40) ? later.last : nil
        let deed = ResolveItem(
            that, kind: .deferred, under: number, of: ref, onward: .init(to: named ?? "next"))
        try step(
            deed, as: clerk, on: day, touching: [matter], "defer \(matter) from \(ref) to \(named ?? "the next")"
        ) { list, decision in
            list.meetings[ref]?.decisions.append(
                PlainList.Decision(ref: decision.ref, subject: "item \(number)", isStanding: true))
            if decision.comesBack?.matter != matter { list.surprises.append("\(matter) comes back nowhere") }
            list.matters[matter]?.meeting = named ?? later.first
            list.matters[matter]?.carries += 1
            if let meeting = list.matters[matter]?.meeting { list.meetings[meeting]?.since.insert(matter) }
        }
        try check(ref)
    }

    /// Something is given to a group, to somebody or to others, who are to report.
    private func handOn(_ number: String, at ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref] else { return }
        let clerk = Cast.clerk(of: meeting.body)
        let isReferred = dice.percent(30)
        let to = isReferred ? Phrase.of("others", about: ref) : dice.pick(Cast.groups + [Cast.chair(of: meeting.body)])
        let due = today + dice.roll(20...60)
        let kind: DecisionLine.Kind = isReferred ? .referred : .delegated
        let that = "that \(Phrase.of("hand on", about: "\(number) \(ref)"))"
        try refuses(
            ResolveItem(that, kind: kind, under: number, of: ref, onward: .init(to: to)), as: clerk, on: day,
            "hand on item \(number) of \(ref) by no day")
        try step(
            ResolveItem(that, kind: kind, under: number, of: ref, onward: .init(to: to, by: due)), as: clerk, on: day,
            touching: [], "hand on item \(number) of \(ref)"
        ) { list, decision in
            list.meetings[ref]?.decisions.append(
                PlainList.Decision(ref: decision.ref, subject: "item \(number)", isStanding: true))
            guard let followed = decision.report?.commitment else {
                return list.surprises.append("nobody is to report on \(decision.ref)")
            }
            list.reports[followed] = PlainList.Report(body: meeting.body, due: due)
        }
        try check(ref)
    }

    /// A resolution, perhaps with a vote: of those who have a seat and were there, and no others.
    private func resolve(_ number: String, at ref: String, on day: Day?) throws {
        guard let meeting = list.meetings[ref] else { return }
        let members = Set(Cast.members(of: meeting.body))
        let voters = meeting.comes.filter { members.contains($0.key) }.map(\.value).sorted()
        let clerk = Cast.clerk(of: meeting.body)
        let that = "that \(Phrase.of("that", about: "\(number) \(ref)"))"
        var vote: Vote?
        var kind = DecisionLine.Kind.agreed
        var dissents: [ResolveItem.Dissent] = []
        if dice.percent(60), !voters.isEmpty {
            counts["votes", default: 0] += 1
            voted[ref] = max(voted[ref] ?? 0, voters.count)
            let inFavour = dice.roll(0...voters.count)
            let against = dice.roll(0...(voters.count - inFavour))
            let isEqual = inFavour == against
            if isEqual {
                try refuses(
                    ResolveItem(
                        that, kind: .agreed, under: number, of: ref,
                        vote: Vote(inFavour: inFavour, against: against)), as: clerk, on: day,
                    "agree by equal votes at \(ref)")
            }
            kind = inFavour < against ? .notAgreed : .agreed
            vote = Vote(
                inFavour: inFavour, against: against, abstained: voters.count - inFavour - against, isCasting: isEqual)
            try refuses(
                ResolveItem(
                    that, kind: .agreed, under: number, of: ref,
                    vote: Vote(inFavour: voters.count + 1, against: 0)), as: clerk, on: day,
                "more votes than members at \(ref)")
            if against > 0 {
                dissents.append(ResolveItem.Dissent(dice.pick(voters), Phrase.of("dissent", about: "\(number) \(ref)")))
            }
            if let guest = Cast.guests.first(where: { meeting.comes[$0] != nil }) {
                try refuses(
                    ResolveItem(
                        that, kind: .agreed, under: number, of: ref, dissents: [.init(guest, "No.")]),
                    as: clerk, on: day, "a guest dissents at \(ref)")
            }
        }
        let deed = ResolveItem(
            that, kind: kind, under: number, of: ref, vote: vote, dissents: dissents)
        try step(deed, as: clerk, on: day, touching: [], "resolve item \(number) of \(ref)") { list, decision in
            list.meetings[ref]?.decisions.append(
                PlainList.Decision(ref: decision.ref, subject: "item \(number)", isStanding: true))
        }
        try check(ref)
    }
}
