/// What is brought to a meeting, by the standing item that takes it.
public struct BroughtMatters: Sendable {
    /// What the register brings to whichever item has the feed.
    public var byFeed: [StandingItem.Feed: [Matter]] = [:]
    /// What somebody brought under an item, by its name.
    public var byItem: [String: [Matter]] = [:]

    public init() {}

    public var all: [Matter] { byFeed.values.flatMap(\.self) + byItem.values.flatMap(\.self) }
    public var isEmpty: Bool { all.isEmpty }

    /// Only those of which something holds.
    public func filter(_ isMeant: (Matter) -> Bool) -> BroughtMatters {
        var some = BroughtMatters()
        some.byFeed = byFeed.mapValues { $0.filter(isMeant) }
        some.byItem = byItem.mapValues { $0.filter(isMeant) }
        return some
    }

    /// What comes under a standing item, in its order: what the register brings first.
    func under(_ item: StandingItem) -> [Matter] {
        ((byFeed[item.feed] ?? []) + (byItem[item.key] ?? [])).ordered(by: item.order)
    }

    /// What none of some standing items takes.
    func strays(of standing: [StandingItem]) -> [Matter] {
        let feeds = Set(standing.map(\.feed))
        let keys = Set(standing.map(\.key))
        return byFeed.filter { !feeds.contains($0.key) }.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
            + byItem.filter { !keys.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
