extension Definition {
    /// The names of the fields for which a form asks with an event that begins an item, although nothing need be answered.
    ///
    /// - Parameter given: what was answered already.
    public func offers(of event: Event, given: [String: Value]) -> [String] {
        let setting = Setting(on: Day.kept.lowerBound, actor: Actor(person: "", roles: []))
        let item = Item(fields: given)
        return event.asks.filter { ask in
            ask.offered.map { truth(of: $0, on: item, before: Item(), in: setting) == .holds } ?? false
        }.map(\.field)
    }
}
