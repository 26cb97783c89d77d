import UseCases
import Workflow

/// From the call to the signed minutes.
extension Year {
    /// What today brings for every meeting.
    func meet() async throws {
        for ref in list.meetings.keys.sorted() {
            guard let meeting = list.meetings[ref] else { continue }
            if let held = heldLate[ref], held <= today {
                heldLate[ref] = nil
                try await hold(ref, on: meeting.date)
                continue
            }
            if meeting.isAhead { try await approach(ref) }
            if ["concluded", "drafted", "circulated", "agreed"].contains(list.meetings[ref]?.state) {
                try await writeUp(ref)
            }
        }
    }

    private func approach(_ ref: String) async throws {
        guard let meeting = list.meetings[ref] else { return }
        let left = meeting.date - today
        guard left >= 0, heldLate[ref] == nil else { return }
        if left == 15, dice.percent(8) { try await shift(ref) }
        if left == 4, dice.percent(5) { return try callOff(ref) }
        if (1...30).contains(left), dice.percent(2) { try bring(to: ref) }
        if list.meetings[ref]?.state == "scheduled", (list.meetings[ref]?.date ?? today) - today <= 12 {
            try publish(ref)
        } else if list.meetings[ref]?.state == "published", left > 0, dice.percent(8) {
            try supplement(ref)
        }
        guard list.meetings[ref]?.date == today else { return }
        // Some meetings are entered by the clerk a day or two later.
        if Cast.kind(of: meeting.body) != .group, today.weekday <= 3, dice.percent(10) {
            try supplement(ref)
            heldLate[ref] = today + dice.roll(1...2)
            counts["meetings entered late", default: 0] += 1
            return
        }
        // Once in a while nobody lays the agenda out again, and it does not open without what came since.
        if dice.percent(15) { try openTooSoon(ref) }
        try supplement(ref)
        try await hold(ref, on: today)
    }

    private func openTooSoon(_ ref: String) throws {
        guard let meeting = list.meetings[ref], meeting.state == "published" else { return }
        let since = list.issues(at: .agenda(ref)).filter { meeting.since.contains($0) } + list.issues(at: .coming(ref))
        let lacking = since.filter { list.issues[$0]?.isClear ?? false }
        guard !lacking.isEmpty else { return }
        let chair = Cast.chair(of: meeting.body)
        _ = try place.does(Attend(meeting: ref, entries: [.present(chair)]), as: chair)
        try refuses(
            CauseEvent("hold", of: "meeting", on: ref, given: [:]), as: chair,
            "open \(ref), the agenda of which lacks \(lacking)")
        let line = try place.asks(FindOperation(nil), as: chair)
        _ = try place.does(UndoOperation(line), as: chair)
    }

    @discardableResult
    func meeting(
        _ event: String, _ ref: String, _ given: [String: Value] = [:], as who: String, on day: Day? = nil,
        canBeUndone: Bool = true
    ) throws -> Caused {
        let before = list.issues(at: .agenda(ref)) + list.issues(at: .coming(ref))
        return try step(
            CauseEvent(event, of: "meeting", on: ref, given: given), as: who, on: day,
            touching: [ref] + before + list.matters.filter { $0.value.meeting == ref }.map(\.key).sorted(),
            "\(event) \(ref) \(Year.words(given))", canBeUndone: canBeUndone
        ) { list, caused in list.learnMeeting(caused, given) }
    }

    private func shift(_ ref: String) async throws {
        guard let meeting = list.meetings[ref] else { return }
        try self.meeting(
            "reschedule", ref,
            [
                "date": .day(meeting.date + 7), "reason": .text("the hall is taken"),
                "day-off-because": .text("no other day will do"),
            ], as: Cast.chair(of: meeting.body))
    }

    private func callOff(_ ref: String) throws {
        guard let meeting = list.meetings[ref] else { return }
        try self.meeting("cancel", ref, ["reason": .text("too many are ill")], as: Cast.chair(of: meeting.body))
        try checkAll()
    }

    private func build(_ ref: String) throws -> BuiltAgenda {
        guard let meeting = list.meetings[ref] else { throw trouble("there is no \(ref)") }
        let coming =
            list.issues(at: .coming(ref)) + list.issues(at: .waiting).filter { list.issues[$0]?.area == meeting.body }
        let on = today
        return try step(
            BuildAgenda(of: ref), as: Cast.clerk(of: meeting.body), touching: [ref] + coming, "build \(ref)"
        ) { list, built in list.learn(built, on: on) }
    }

    private func publish(_ ref: String) throws {
        guard let meeting = list.meetings[ref] else { return }
        _ = try build(ref)
        let by = try place.asks(ShowMeeting(ref), as: Cast.clerk(of: meeting.body)).due.first { $0.what == .publish }?
            .day
        var given: [String: Value] = [:]
        if let by, today > by {
            try refuses(
                CauseEvent("publish", of: "meeting", on: ref, given: [:]), as: Cast.clerk(of: meeting.body),
                code: "R22",
                "publish \(ref) late without a reason")
            given["late-reason"] = .text("the day was moved")
        }
        try self.meeting("publish", ref, given, as: Cast.clerk(of: meeting.body), canBeUndone: false)
    }

    private func supplement(_ ref: String) throws {
        guard let meeting = list.meetings[ref], meeting.state == "published" else { return }
        let built = try build(ref)
        guard built.supplement != nil else { return }
        try self.meeting(
            "supplement", ref, ["late-reason": .text("it came after notice was given")],
            as: Cast.clerk(of: meeting.body))
        counts["supplements", default: 0] += 1
    }

    /// Something that is no issue.
    private func bring(to ref: String) throws {
        guard let meeting = list.meetings[ref] else { return }
        let isGroup = Cast.kind(of: meeting.body) == .group
        var given: [String: Value] = [
            "meeting": .text(ref), "under": .text(isGroup ? "action-log" : "other-business"),
            "title": .text(Phrase.of("title", about: "\(ref) \(list.matters.count)")),
            "purpose": .text(dice.pick(["information", "decision"])),
        ]
        if meeting.state == "published" {
            try refuses(
                CauseEvent("add", of: "matter", given: given), as: Cast.clerk(of: meeting.body), code: "R7",
                "bring something late to \(ref)")
            given["late-reason"] = .text("it came up late")
        }
        if !isGroup, dice.percent(15) {
            given["private"] = .flag(true)
            given["private-because"] = .text(Phrase.of("why", about: "\(ref) \(list.matters.count)"))
        }
        try step(
            CauseEvent("add", of: "matter", given: given), as: Cast.clerk(of: meeting.body), touching: [ref],
            "bring a matter to \(ref)"
        ) { list, caused in list.matters[caused.reference] = PlainList.Matter(body: meeting.body, meeting: ref) }
    }

    // MARK: Afterwards

    private func writeUp(_ ref: String) async throws {
        guard let meeting = list.meetings[ref] else { return }
        let chair = Cast.chair(of: meeting.body)
        let clerk = Cast.clerk(of: meeting.body)
        switch meeting.state {
        case "concluded":
            if dice.percent(8) { try correctAttendance(of: ref, on: nil) }
            try decideWhatIsLeft(ref)
            guard today - meeting.date >= 2 else { return }
            try self.meeting("draft-minutes", ref, as: clerk)
        case "drafted":
            try decideWhatIsLeft(ref)
            guard today - meeting.date >= 4 else { return }
            try await checkMinutes(of: ref)
            let undecided = try place.asks(ShowMeeting(ref), as: clerk).meeting.undecided
            try must(
                undecided.isEmpty,
                "\(undecided.joined(separator: ", ")) is undecided at \(ref), and nowhere on the list")
            try self.meeting("circulate-minutes", ref, as: clerk, canBeUndone: false)
        case "circulated":
            guard let later = laterHeld(than: ref), dice.percent(60) else { return }
            var given: [String: Value] = [
                "agreed-at": .text(later), "agreed-on": .day(list.meetings[later]?.date ?? today),
            ]
            if dice.percent(30) { given["corrections"] = .text("one figure was too high") }
            guard list.meetings[later]?.isComplete == true else {
                return try refuses(
                    CauseEvent("agree-minutes", of: "meeting", on: ref, given: given), as: chair, code: "R8",
                    "agree the minutes of \(ref) at \(later), which is not complete")
            }
            try self.meeting("agree-minutes", ref, given, as: chair)
        case "agreed":
            if meeting.isUnconfirmed, let later = laterHeld(than: ref) { try confirm(ref, at: later) }
            guard today - meeting.date > 40 || !(list.meetings[ref]?.isUnconfirmed ?? false) else { return }
            try self.meeting("sign-minutes", ref, as: chair)
        default: break
        }
    }

    /// The body's last later meeting that was held.
    private func laterHeld(than ref: String) -> String? {
        guard let meeting = list.meetings[ref] else { return nil }
        return list.meetings.filter {
            $0.value.body == meeting.body && $0.value.date > meeting.date
                && ["held", "concluded", "drafted", "circulated", "agreed", "signed"].contains($0.value.state)
        }.max { ($0.value.date, $0.key) < ($1.value.date, $1.key) }?.key
    }

    private func confirm(_ ref: String, at later: String) throws {
        guard let meeting = list.meetings[ref], let complete = list.meetings[later]?.isComplete else { return }
        let given: [String: Value] = ["confirmed-at": .text(later)]
        guard complete else {
            return try refuses(
                CauseEvent("confirm", of: "meeting", on: ref, given: given), as: Cast.chair(of: meeting.body),
                code: "R8",
                "confirm \(ref) at \(later), which is not complete itself")
        }
        try self.meeting("confirm", ref, given, as: Cast.chair(of: meeting.body))
        counts["confirmed", default: 0] += 1
    }

    private func decideWhatIsLeft(_ ref: String) throws {
        guard let meeting = list.meetings[ref] else { return }
        let left = list.issues(at: .agenda(ref)).filter {
            list.issues[$0]?.isClear ?? false && !meeting.decisions.map(\.subject).contains($0)
        }
        if let one = left.first, meeting.state == "drafted", dice.percent(50) {
            try refuses(
                CauseEvent("circulate-minutes", of: "meeting", on: ref, given: [:]), as: Cast.clerk(of: meeting.body),
                "circulate \(ref) while \(one) is undecided")
        }
        for issue in left { try decide(issue, at: ref, on: nil, mustDecide: true) }
    }
}
