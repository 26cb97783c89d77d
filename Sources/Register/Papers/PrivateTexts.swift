import Ledger
import Partnership
import Workflow

/// What papers for others may neither repeat nor name.
extension View {
    /// What was minuted and decided in private and not released, as texts that no paper for others may repeat: the shortest
    /// too, which are nothing by themselves, but several words of which in a row tell of it.
    ///
    /// - Parameter body: the one that may print its own; nil for the public.
    public func privateTexts(exceptOf body: String?) throws -> [PersonalValue] {
        let told = try minutedPrivately(exceptOf: body) + privatelySet(exceptOf: body)
        return try together(told) + privateCorrections(exceptOf: body) + privateRecords(exceptOf: body)
    }

    /// With the few words that were said under each item as one text besides: each may say nothing by itself.
    private func together(_ told: [(item: String?, value: PersonalValue)]) -> [PersonalValue] {
        let short = told.filter { $0.item != nil && $0.value.value.count < PersonalValue.telling }
        let joined = Dictionary(grouping: short, by: \.item).values.filter { $0.count > 1 }.map { parts in
            let first = parts[0].value
            var whole = PersonalValue(
                reference: first.reference, field: first.field, kind: .said,
                value: parts.map(\.value.value).joined(separator: "\n\n"), area: first.area, isOpen: true)
            whole.about = first.about
            whole.takenBy = first.takenBy
            whole.isKnownThere = first.isKnownThere
            return whole
        }
        return told.map(\.value) + joined.sorted { ($0.reference, $0.field) < ($1.reference, $1.field) }
    }

    private func minutedPrivately(exceptOf body: String?) throws -> [(item: String?, value: PersonalValue)] {
        let usual = try DecisionLine.Kind.usualWordings(groups: reference.bodies.map(\.title))
        return try connection.rows(
            """
            SELECT meeting.reference, meeting.body, agenda_item.number, agenda_item.discussed AS text, issue.area,
              issue.id AS about, 0 AS decided
            FROM agenda_item JOIN item AS meeting ON meeting.id = agenda_item.meeting
            LEFT JOIN item AS issue ON issue.id = agenda_item.issue
            WHERE private = 1 AND released IS NULL AND discussed IS NOT NULL
            UNION ALL
            SELECT meeting.reference, meeting.body, agenda_item.number, decision.wording, issue.area,
              issue.id, decision.issue IS NOT NULL
            FROM agenda_item
            JOIN decision ON decision.agenda_item = agenda_item.id AND kind <> 'deferred'
            JOIN item AS meeting ON meeting.id = agenda_item.meeting
            LEFT JOIN item AS issue ON issue.id = agenda_item.issue
            WHERE private = 1 AND released IS NULL AND (decision.issue IS NOT NULL OR agenda_item.matter IS NOT NULL)
            """
        ).compactMap { row -> (item: String?, value: PersonalValue)? in
            guard row.text("body") != body, let text = try open(text: row.word("text")), !usual.contains(text) else {
                return nil
            }
            // What was decided on an issue that was passed on to it, its papers print.
            let issue = try row.integer("about").map { try item(id: $0) }
            let reader = try body.flatMap { try reference.body($0) }
            let isTheirs = issue.flatMap { issue in reader.map { isPassedOn(issue, to: $0) } } ?? false
            if isTheirs, row.count("decided") == 1 { return nil }
            var told = try PersonalValue(
                reference: row.word("reference"), field: "item \(row.word("number")), taken in private", kind: .said,
                value: text, area: row.text("area") ?? self.area(ofBody: row.text("body")), isOpen: true)
            told.about = issue?.reference
            told.takenBy = row.text("body")
            told.isKnownThere = isTheirs
            return ("\(row.word("reference")) \(row.word("number"))", told)
        }
    }

    /// Corrections of what was minuted in private, as long as anything that their meeting took in private is not released.
    private func privateCorrections(exceptOf body: String?) throws -> [PersonalValue] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE id IN (
              SELECT meeting FROM agenda_item WHERE private = 1 AND released IS NULL)
            ORDER BY id
            """
        ).map(stored).compactMap { meeting in
            guard meeting.meeting.body != body, let text = meeting.meeting.privateCorrections else { return nil }
            var told = try PersonalValue(
                reference: meeting.reference, field: "corrections of private items", kind: .said, value: text,
                area: area(ofBody: meeting.meeting.body), isOpen: true)
            told.takenBy = meeting.meeting.body
            return told
        }
    }

    /// What matters say that are taken in private, until they are released.
    private func privateRecords(exceptOf body: String?) throws -> [PersonalValue] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'matter' AND fields LIKE '%"private":true%' AND (
              NOT EXISTS (SELECT 1 FROM agenda_item WHERE matter = item.id AND released IS NOT NULL)
              OR EXISTS (SELECT 1 FROM agenda_item WHERE matter = item.id AND private = 1 AND released IS NULL))
            ORDER BY id
            """
        ).map(stored).flatMap { matter -> [PersonalValue] in
            let own = matter.text("body")
            guard matter.matter.privateGround != nil, own != body else { return [] }
            let area = try area(ofBody: own)
            // The reason is printed, and who wrote it tells nothing of it.
            let others = [MatterReader.Field.privateBecause, .author].map(\.rawValue)
            // Why it came late is said of many in the same few words.
            let late = MatterReader.Field.lateReason.rawValue
            let told = matter.openTexts.filter { text in
                !others.contains(text.field) && (text.field != late || text.text.count >= PersonalValue.telling)
            }
            return told.map { text in
                var told = PersonalValue(
                    reference: matter.reference, field: text.title.lowercasedFirst, kind: .said, value: text.text,
                    area: area, isOpen: true)
                told.takenBy = own
                return told
            }
        }
    }

    /// What actions, commitments and questions say that come from what is taken in private. Of a decision in principle the wording says
    /// it already.
    private func privatelySet(exceptOf body: String?) throws -> [(item: String?, value: PersonalValue)] {
        let names = [CommitmentReader.Field.askedBy, .subjectTo, .handedTo, .minute].map(\.rawValue)
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow IN ('action', 'commitment', 'question') AND id IN (
              SELECT id FROM item WHERE meeting IN (
                SELECT held.reference FROM agenda_item JOIN item AS held ON held.id = agenda_item.meeting
                WHERE agenda_item.private = 1 AND agenda_item.released IS NULL)
              UNION SELECT id FROM item WHERE issue IN (
                SELECT taken.reference FROM agenda_item JOIN item AS taken ON taken.id = agenda_item.issue
                WHERE agenda_item.private = 1)
              UNION SELECT id FROM item WHERE decision IN (
                SELECT decision.reference FROM agenda_item JOIN decision ON decision.meeting = agenda_item.meeting
                WHERE agenda_item.private = 1 AND agenda_item.released IS NULL)
              UNION SELECT id FROM item WHERE workflow = 'commitment' AND fields LIKE '%"matter":%')
            ORDER BY id
            """
        ).map(stored).flatMap { set -> [(item: String?, value: PersonalValue)] in
            let origin = try self.origin(of: set)
            guard case .two(_, let taker) = try part(of: origin), taker != body else { return [] }
            let area = try area(ofBody: taker)
            let reader = try body.flatMap { try reference.body($0) }
            let isTheirs = origin.issue.flatMap { issue in reader.map { isPassedOn(issue, to: $0) } } ?? false
            let number = try origin.item ?? origin.meeting.flatMap { try privateNumber(of: origin.issue, at: $0) }
            let item = origin.meeting.flatMap { meeting in number.map { "\(meeting) \($0)" } }
            return set.openTexts.filter { !names.contains($0.field) }.map { text in
                var value = PersonalValue(
                    reference: set.reference, field: text.title.lowercasedFirst, kind: .said, value: text.text,
                    area: area, isOpen: true)
                value.about = origin.issue?.reference
                value.takenBy = taker
                value.isKnownThere = isTheirs
                return (item, value)
            }
        }
    }

    /// The number under which a meeting took an issue in private.
    private func privateNumber(of issue: StoredItem?, at meeting: String) throws -> String? {
        guard let issue else { return nil }
        return try connection.row(
            """
            SELECT agenda_item.number FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            WHERE agenda_item.issue = ? AND item.reference = ? AND agenda_item.private = 1
            """, [.integer(issue.id), .text(meeting)])?.word("number")
    }

    func area(ofBody name: String?) throws -> String? { try name.flatMap { try reference.body($0)?.area } }

    /// What names matters that are not for the public: references of what went to the safeguarding service, or may have to,
    /// and references and titles of what is taken in private and was not released.
    ///
    /// - Parameter body: the one that may print its own; nil for the public.
    public func mentions(exceptOf body: String?) throws -> [PersonalValue] {
        func mention(
            _ reference: String, _ field: String, _ value: String, area: String? = nil, takenBy: String? = nil
        ) -> PersonalValue {
            var named = PersonalValue(
                reference: reference, field: field, kind: .mention, value: value, area: area, isOpen: true)
            named.about = reference
            named.takenBy = takenBy
            return named
        }
        let worries = try connection.rows(
            "SELECT reference FROM item WHERE workflow = 'issue' AND safeguarding <> 'no'"
        ).map { mention($0.word("reference"), "reference", $0.word("reference")) }
        let taken = try connection.rows(
            """
            SELECT item.reference, item.area, meeting.body, agenda_item.title FROM agenda_item
            JOIN item ON item.id IN (agenda_item.issue, agenda_item.matter) JOIN item AS meeting ON meeting.id = agenda_item.meeting
            WHERE private = 1 AND released IS NULL AND feed <> 'answers'
            """
        )
        // What it takes too, in private or before it was taken in private elsewhere, it may print by the same title.
        let own =
            try body.map { body in
                Set(
                    try connection.rows(
                        """
                        SELECT DISTINCT item.reference FROM agenda_item JOIN item ON item.id = agenda_item.issue
                        JOIN item AS meeting ON meeting.id = agenda_item.meeting
                        WHERE meeting.body = ? AND (private = 0 AND meeting.published_on IS NOT NULL
                          OR private = 1 AND released IS NULL) AND feed <> 'answers'
                        """, [.text(body)]
                    ).map { $0.word("reference") })
            } ?? []
        let others = try taken.filter { $0.text("body") != body && !own.contains($0.word("reference")) }.flatMap {
            row in
            let reference = row.word("reference")
            let area = try row.text("area") ?? self.area(ofBody: row.text("body"))
            let title = try open(text: row.word("title")).map {
                mention(reference, "title", $0, area: area, takenBy: row.text("body"))
            }
            return [mention(reference, "reference", reference)] + [title].compactMap(\.self)
        }
        return worries + others
    }
}
