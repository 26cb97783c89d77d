import Ledger
import Partnership
import Workflow

extension View {
    /// The versions of a body's terms of reference, oldest first.
    public func terms(of body: Body) throws -> [TermsOfReference] {
        try connection.rows(
            """
            SELECT terms.*, item.reference FROM terms LEFT JOIN item ON item.id = terms.meeting
            WHERE terms.body = ? ORDER BY version
            """, [.text(body.id)]
        ).compactMap { row in
            guard let agreed = row.day("agreed"), let review = row.day("review") else { return nil }
            return TermsOfReference(
                version: row.count("version"), agreed: agreed, meeting: row.text("reference"), review: review)
        }
    }

    /// The version by which a body met on a day: what it agreed on that day itself is in force from then on.
    public func terms(of body: Body, meetingOn day: Day) throws -> TermsOfReference? {
        try terms(of: body).last { $0.agreed < day }
    }
}

extension Operation {
    /// Records another version of a body's terms of reference. Throws when it was not agreed yet, or before the last.
    ///
    /// - Parameter meeting: the one that agreed it; nil for what was agreed on a day before the register was begun.
    public func record(
        _ terms: (agreed: Day, review: Day), of body: Body, at meeting: StoredItem?
    ) throws -> TermsOfReference {
        if let meeting { try checkMet(meeting) }
        let last = try view.terms(of: body).last
        let problem: (String, [Remedy])? =
            if try meeting.map({ try view.body(of: $0).id != body.id }) ?? false {
                ("That is a meeting of another body.", [.give(["agreed-at"])])
            } else if terms.agreed > on {
                ("The day on which they were agreed lies ahead.", [.give(["agreed-on"]), .date])
            } else if let last, terms.agreed <= last.agreed {
                (
                    "Version \(last.version) was agreed on \(last.agreed.words), and another is agreed later.",
                    [.give(["agreed-on"])]
                )
            } else if terms.review <= terms.agreed {
                ("They would be reviewed before they are agreed.", [.give(["review"])])
            } else {
                nil
            }
        if let (sentence, remedies) = problem {
            throw RegisterError.refused([Reason(kind: .rule, sentence: sentence, remedies: remedies)])
        }
        let made = TermsOfReference(
            version: (last?.version ?? 0) + 1, agreed: terms.agreed, meeting: meeting?.reference, review: terms.review)
        _ = try insert(
            .terms,
            [
                .text(body.id), .integer(made.version), .text(made.agreed.description), SQLValue(meeting?.id),
                .text(made.review.description),
            ])
        return made
    }
}
