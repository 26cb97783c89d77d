/// Lays the matters of a meeting under its body's standing items and numbers them.
public enum AgendaBuilder {
    /// The whole agenda: every standing item in order, with its matters as `8.1`, `8.2`. Private matters stand under the
    /// item that takes them, or under a heading of their own at the end. Other matters whose feed no standing item takes
    /// come under the last item that takes any, so that none is lost.
    public static func lines(standing: [StandingItem], matters: BroughtMatters) -> [AgendaLine] {
        let standing = withHeading(standing, for: matters)
        let stray = matters.strays(of: standing)
        let refuge = standing.lastIndex { $0.feed.takesMatters } ?? standing.count - 1
        return standing.enumerated().flatMap { index, item -> [AgendaLine] in
            let below = matters.under(item) + (index == refuge ? stray : [])
            return [own(item, at: index)]
                + below.enumerated().map { line(for: $1, number: "\(index + 1).\($0 + 1)", under: item) }
        }
    }

    /// Lines for matters that came after the agenda was issued: numbered on from what each standing item has. A heading
    /// for private matters that the agenda did not have comes with them.
    public static func supplement(
        standing: [StandingItem], existing numbers: Set<String>, matters: BroughtMatters
    ) -> [AgendaLine] {
        withHeading(standing, for: matters).enumerated().flatMap { index, item -> [AgendaLine] in
            let prefix = "\(index + 1)."
            var next = (numbers.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0)
            let below = matters.under(item).map { matter in
                next += 1
                return line(for: matter, number: "\(prefix)\(next)", under: item)
            }
            return numbers.contains("\(index + 1)") ? below : [own(item, at: index)] + below
        }
    }

    /// A body whose agenda has no place for what is taken in private gets one when there is something, as its last item:
    /// then the public has to leave only once.
    private static func withHeading(
        _ standing: [StandingItem], for matters: BroughtMatters
    ) -> [StandingItem] {
        guard matters.byFeed[.inPrivate]?.isEmpty == false, !standing.contains(where: { $0.feed == .inPrivate }) else {
            return standing
        }
        return standing + [
            StandingItem(
                key: "private", title: "Private items", purpose: .decision, lead: standing.first?.lead ?? "",
                minutes: 0,
                feed: .inPrivate)
        ]
    }

    private static func own(_ item: StandingItem, at index: Int) -> AgendaLine {
        AgendaLine(
            number: String(index + 1), title: item.title, feed: item.feed, purpose: item.purpose, lead: item.lead,
            minutes: item.minutes, matter: nil)
    }

    private static func line(for matter: Matter, number: String, under item: StandingItem) -> AgendaLine {
        AgendaLine(
            number: number, title: matter.title, feed: matter.isAnswer ? .answers : item.feed,
            purpose: matter.purpose ?? item.purpose, lead: item.lead, minutes: matter.minutes ?? 0, matter: matter)
    }
}
