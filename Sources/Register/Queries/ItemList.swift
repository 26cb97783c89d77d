import Ledger

extension View {
    /// Items of a workflow that somebody may see, the next due first, those with nothing due last.
    public func items(of workflow: String, all: Bool, limit: Int, as standing: Standing) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = ?" + (all ? "" : " AND item.open = 1"),
            order: "item.due IS NULL, item.due, item.id", [.text(workflow)], limit: limit, as: standing,
            isFor: \.showsRecord)
    }
}
