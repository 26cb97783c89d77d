import Partnership
import StrictYAML

/// Standing agendas.
enum AgendaReading {
    /// An agenda that bodies can name, and where the lead of each of its items stands.
    struct Draft {
        let name: String
        let items: [StandingItem]
        let leads: [Place]
    }

    static func agendas(_ part: ProfileParts.Part) -> [Draft] {
        part.named("an agenda's name").map { entry in
            var items: [StandingItem] = []
            var leads: [Place] = []
            for item in entry.value.entries("an agenda", part.log) {
                guard let (read, lead) = Self.item(item, part.log) else { continue }
                items.append(read)
                leads.append(lead)
            }
            return Draft(name: entry.key, items: items, leads: leads)
        }
    }

    private static func item(_ entry: YAMLNode.Entry, _ log: ProblemLog) -> (StandingItem, Place)? {
        guard YAMLNode.isName(entry.key) else {
            log.add("“\(entry.key.prefix(40))” cannot be an item's name.", at: entry.place)
            return nil
        }
        let required = ["title", "purpose", "lead", "minutes"]
        guard
            let keyed = entry.value.keyed(
                "an agenda item", required: required, optional: ["feed", "order", "yearly"], log)
        else {
            return nil
        }
        let purposes = StandingItem.Purpose.allCases.map(\.rawValue)
        let feeds = StandingItem.Feed.allCases.map(\.rawValue)
        let title = keyed["title"]?.text("the title", log)
        let purpose = keyed["purpose"]?.choice("the purpose", among: purposes, log)
        let lead = keyed["lead"]?.name("a role", log)
        let minutes = keyed["minutes"]?.integer("the minutes", in: 1...480, log)
        let feed = keyed["feed"]?.choice("the feed", among: feeds, log)
        let order = keyed["order"]?.oneOrMore("the order", log).compactMap { rule in
            rule.choice("the order", among: StandingItem.Order.allCases.map(\.rawValue), log).flatMap(
                StandingItem.Order.init)
        }
        let yearly = keyed["yearly"]?.sequence("what comes once a year", log).compactMap { Self.yearly($0, log) }
        guard let title, let lead, let minutes, let purpose = purpose.flatMap(StandingItem.Purpose.init) else {
            return nil
        }
        let item = StandingItem(
            key: entry.key, title: title, purpose: purpose, lead: lead, minutes: minutes,
            feed: feed.flatMap(StandingItem.Feed.init) ?? .none, order: order ?? [],
            yearly: yearly ?? [])
        return (item, keyed["lead"]?.place ?? entry.place)
    }

    private static func yearly(_ node: YAMLNode, _ log: ProblemLog) -> YearlyItem? {
        let optional = ["purpose", "minutes"]
        guard let keyed = node.keyed("a yearly item", required: ["title"], optional: optional, log) else { return nil }
        let purposes = StandingItem.Purpose.allCases.map(\.rawValue)
        let title = keyed["title"]?.text("the title", log)
        let purpose = keyed["purpose"]?.choice("the purpose", among: purposes, log)
        let minutes = keyed["minutes"]?.integer("the minutes", in: 1...480, log)
        return title.map {
            YearlyItem(title: $0, purpose: purpose.flatMap(StandingItem.Purpose.init), minutes: minutes)
        }
    }
}
