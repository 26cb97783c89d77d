import Register

/// Words in texts that the asker may read.
public struct SearchText: Question {
    public let words: [String]
    public let limit: Int

    /// No more are ever found than so many.
    private static let most = 1000

    public init(_ words: [String], limit: Int) {
        self.words = words
        self.limit = min(max(1, limit), SearchText.most)
    }

    public func answer(from view: View, as standing: Standing) throws -> FoundTexts {
        // Each meeting's agenda is looked at once.
        var agendas: [String: [AgendaItemAnswer]] = [:]
        let found = try view.search(words, as: standing, limit: limit) { meeting, number throws -> Bool in
            let agenda =
                try agendas[meeting.reference] ?? MeetingReading(of: meeting, from: view, as: standing).minutes()
            agendas[meeting.reference] = agenda
            return agenda.contains { $0.number == number && $0.discussed != nil }
        } readsDecision: { decision throws -> Bool in
            try MeetingReading(of: decision.meeting, from: view, as: standing).mayRead(decision)
        }
        return FoundTexts(found: found.map(FoundTexts.Line.init), maySearch: standing.mayReadSummaries)
    }
}

public struct FoundTexts: Sendable, Codable {
    /// A place where the words stand together.
    public struct Line: Sendable, Codable {
        public let ref: String
        public let state: String
        /// The field's title.
        public let field: String
        /// The text around the first word.
        public let text: String

        init(_ found: Found) {
            ref = found.reference
            state = found.state
            field = found.field
            text = found.excerpt
        }
    }

    public let found: [Line]
    /// The asker has a seat, without which nothing is found.
    public let maySearch: Bool
}
