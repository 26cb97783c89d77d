extension View {
    /// Breaches that somebody may see, the next due first, those with nothing due last.
    public func breaches(all: Bool, limit: Int, as standing: Standing) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = 'breach'" + (all ? "" : " AND item.open = 1"),
            order: "item.due IS NULL, item.due, item.id", [], limit: limit, as: standing, isFor: \.showsRecord)
    }
}
