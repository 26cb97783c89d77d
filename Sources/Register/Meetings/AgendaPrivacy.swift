import Ledger
import Partnership
import Workflow

extension Operation {
    /// Lets papers print an item that was taken in private, from now on; papers of before stay as they are.
    public func release(_ item: AgendaItem, of meeting: StoredItem, because reason: String) throws {
        guard item.isPrivate else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Item \(item.number) of \(meeting.reference) is taken in public.",
                    remedies: [])
            ])
        }
        if let day = item.releasedOn {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "Item \(item.number) of \(meeting.reference) was released on \(day.words).", remedies: [])
            ])
        }
        let seal = try seal(
            reason, of: .item((item.issue ?? item.matter)?.id ?? meeting.id), section: "narrative",
            field: BesideField.releaseReason.rawValue)
        try update(
            .agendaItem, key: .integer(item.id),
            ["released": .text(on.description), "release_reason": .text(seal.text)])
    }

    /// Records a meeting's resolution to exclude the public from its private items (LGA 1972 s.100A(4), where that is the
    /// body's rule). Returns the decision's reference.
    ///
    /// - Parameter wording: what follows "Resolved:"; nil for the usual words.
    public func excludePublic(from meeting: StoredItem, _ wording: String?) throws -> String {
        let agenda = try view.agenda(of: meeting).filter(\.isPrivate)
        let all = try view.privateItems(of: meeting)
        guard let heading = agenda.first(where: \.isHeading), !all.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(meeting.reference) takes nothing in private.",
                    remedies: [.deed("build-agenda", on: meeting.reference)])
            ])
        }
        // What came among them since is excluded by a resolution of its own.
        let items = try all.filter { try !view.isExcluded($0, of: meeting) }
        if items.isEmpty, let taken = try view.decisions(of: meeting).last(where: { $0.agendaItem == heading.id }) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(meeting.reference) has resolved that already: \(taken.reference).",
                    remedies: [.deed("log")])
            ])
        }
        try checkIsBeforePrivateItems(items, of: meeting)
        try checkMet(meeting)
        let numbers = items.map(\.number)
        let paragraphs = Set(items.compactMap(\.ground.paragraph?.rawValue)).sorted().map(String.init)
        // What came among the private items since the agenda, or its last supplement, was issued has its reason in no paper.
        let isMadeInTheRoom = items.contains { $0.supplement > meeting.meeting.supplements }
        let usual =
            "That the public be excluded from the meeting for \(numbers.count == 1 ? "item" : "items") "
            + Sentences.list(numbers, "and")
            + (paragraphs.isEmpty
                ? ", for \(numbers.count == 1 ? "the reason" : "the reasons") that "
                    + (isMadeInTheRoom ? "the meeting was given" : "the agenda gives")
                : ", because of the likely disclosure of information described in "
                    + "\(paragraphs.count == 1 ? "paragraph" : "paragraphs") \(Sentences.list(paragraphs, "and")) "
                    + "of Part 1 of Schedule 12A to the Local Government Act 1972")
        return try decide(kind: "agreed", wording: wording ?? usual, at: meeting, under: heading, about: nil)
    }

    /// What was not resolved before the private items is not recorded afterwards as if it had been.
    private func checkIsBeforePrivateItems(_ items: [AgendaItem], of meeting: StoredItem) throws {
        let correcting: [Remedy] = [
            .say(
                "Record in the corrections, when the next meeting agrees the minutes, what was resolved and when, without "
                    + "the numbers of the items."),
            .cause(
                event: "agree-minutes", workflow: meeting.workflow, item: meeting.reference,
                giving: [MeetingReader.Field.corrections.rawValue]),
        ]
        let sentence: String
        var remedies = correcting
        if let day = meeting.meeting.circulatedOn {
            sentence = "The minutes of \(meeting.reference) were circulated on \(day.words), without that resolution."
        } else if let item = items.first(where: { $0.discussed != nil }) {
            sentence =
                "Item \(item.number) of \(meeting.reference), which is private, has been minuted, and the public is "
                + "excluded before that or not at all."
            remedies =
                [
                    .say(
                        "If it was resolved before, undo what was minuted, record the resolution, and minute it again."),
                    .say("If it was not, say so when the meeting is concluded."),
                ] + correcting
        } else {
            return
        }
        throw RegisterError.refused([Reason(kind: .rule, sentence: sentence, remedies: remedies, code: "R10")])
    }
}

extension View {
    /// Whether a meeting under Schedule 12A took items in private without a resolution to exclude the public on record.
    func lacksExclusion(_ meeting: StoredItem) throws -> Bool {
        guard try body(of: meeting).followsSchedule12A else { return false }
        return try privateItems(of: meeting).contains { try $0.reached && !isExcluded($0, of: meeting) }
    }

    /// What a meeting takes in private, or took: not what left its agenda, nor what was released before it.
    func privateItems(of meeting: StoredItem) throws -> [AgendaItem] {
        try withoutWithdrawn(agenda(of: meeting), of: meeting).filter {
            try !$0.isHeading && isTakenPrivately($0, at: meeting)
        }
    }

    /// Whether a meeting takes an item in private, or took it so: it was not released before, nor in the room as long as
    /// nothing was recorded of it.
    func isTakenPrivately(_ item: AgendaItem, at meeting: StoredItem) throws -> Bool {
        guard item.isPrivate, !item.isClosed, let released = item.releasedOn else { return item.isClosed }
        let date = try date(of: meeting)
        guard released == date else { return released > date }
        let images = try connection.rows(
            """
            SELECT operation, before, after FROM change
            WHERE relation = 'agenda_item' AND key = ? AND before IS NOT NULL AND after IS NOT NULL ORDER BY operation
            """, [.text(String(item.id))]
        ).map {
            (
                at: $0.count("operation"), from: try ItemCoding.parse($0.word("before")),
                to: try ItemCoding.parse($0.word("after"))
            )
        }
        let release = images.last { $0.from["released"]?.string == nil && $0.to["released"]?.string != nil }
        if release?.from["discussed"]?.string != nil { return true }
        return try connection.row(
            """
            SELECT 1 FROM change JOIN decision ON change.key = CAST(decision.id AS TEXT)
            WHERE change.relation = 'decision' AND change.operation < ? AND decision.agenda_item = ?
            """, [.integer(release?.at ?? 0), .integer(item.id)]) != nil
    }

    /// Whether the public was excluded from an item: by a resolution under the heading of private items that was recorded when
    /// it stood there.
    func isExcluded(_ item: AgendaItem, of meeting: StoredItem) throws -> Bool {
        guard let addition = try addition(of: item) else { return false }
        let headings = Set(try agenda(of: meeting).filter { $0.isPrivate && $0.isHeading }.map(\.id))
        return try decisions(of: meeting).contains { decision in
            guard decision.agendaItem.map(headings.contains) ?? false else { return false }
            let taken = try connection.row(
                "SELECT operation FROM change WHERE relation = 'decision' AND key = ? AND before IS NULL",
                [.text(String(decision.id))])
            return taken.map { $0.count("operation") >= addition } ?? true
        }
    }
}
