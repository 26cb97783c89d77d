extension View {
    /// Requests about data that somebody may see, the next due first, those with nothing due last.
    public func requests(all: Bool, limit: Int, as standing: Standing) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = 'request'" + (all ? "" : " AND item.open = 1"),
            order: "item.due IS NULL, item.due, item.id", [], limit: limit, as: standing, isFor: \.showsRecord)
    }
}
