/// Lays the matters of a meeting under its body's standing items and numbers them.
public enum AgendaBuilder {
    /// The whole agenda: every standing item in order, with its matters as `8.1`, `8.2`. Matters whose feed no standing
    /// item takes come under the last item that takes any, so that none is lost.
    public static func lines(standing: [StandingItem], matters: [StandingItem.Feed: [Matter]]) -> [AgendaLine] {
        let taken = Set(standing.map(\.feed))
        let stray = matters.filter { !taken.contains($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }
            .flatMap(\.value)
        let refuge = standing.lastIndex { $0.feed != .none && $0.feed != .nextMeetings } ?? standing.count - 1
        return standing.enumerated().flatMap { index, item -> [AgendaLine] in
            let own = AgendaLine(
                number: String(index + 1), title: item.title, feed: item.feed, purpose: item.purpose, lead: item.lead,
                minutes: item.minutes, matter: nil)
            let below = (matters[item.feed] ?? []) + (index == refuge ? stray : [])
            return [own] + below.enumerated().map { line(for: $1, number: "\(index + 1).\($0 + 1)", under: item) }
        }
    }

    /// Lines for matters that came after the agenda was issued: numbered on from what each standing item has.
    public static func supplement(
        standing: [StandingItem], existing numbers: Set<String>, matters: [StandingItem.Feed: [Matter]]
    ) -> [AgendaLine] {
        standing.enumerated().flatMap { index, item -> [AgendaLine] in
            let prefix = "\(index + 1)."
            var next = (numbers.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0)
            return (matters[item.feed] ?? []).map { matter in
                next += 1
                return line(for: matter, number: "\(prefix)\(next)", under: item)
            }
        }
    }

    private static func line(for matter: Matter, number: String, under item: StandingItem) -> AgendaLine {
        AgendaLine(
            number: number, title: matter.title, feed: item.feed, purpose: item.purpose, lead: item.lead, minutes: 0,
            matter: matter)
    }
}
