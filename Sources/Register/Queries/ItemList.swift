import Ledger

extension View {
    /// Items of a workflow that somebody may see, the next due first, those with nothing due last.
    ///
    /// - Parameters:
    ///   - area: the id of one that they belong to; nil for any.
    public func items(
        of workflow: String, in area: String? = nil, all: Bool, limit: Int, as standing: Standing
    ) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = ?" + (all ? "" : " AND item.open = 1") + (area == nil ? "" : " AND item.area = ?"),
            order: "item.due IS NULL, item.due, item.id", ([workflow] + [area].compactMap(\.self)).map(SQLValue.text),
            limit: limit, as: standing, isFor: \.showsRecord)
    }

    /// Risks that somebody may see, the highest score first, those that have ended last.
    ///
    /// - Parameter body: the id of one whose they are; nil for any.
    public func risks(of body: String?, all: Bool, limit: Int, as standing: Standing) throws -> [ItemLine] {
        try lines(
            where: "item.workflow = 'risk'" + (all ? "" : " AND item.open = 1")
                + (body == nil ? "" : " AND item.body = ?"),
            order: "item.open DESC, item.score DESC, item.id", [body].compactMap { $0.map(SQLValue.text) },
            limit: limit,
            as: standing, isFor: \.showsRecord)
    }
}
