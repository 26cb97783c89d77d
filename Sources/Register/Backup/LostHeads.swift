import Ledger

extension View {
    /// Where the journal had come to once, as it was printed, when an older copy was put in the register's place and somebody
    /// went on with that knowingly; in the order in which it was put on record.
    public func lostHeads() throws -> [Head] {
        let value = try connection.row("SELECT value FROM setting WHERE name = ?", [.text(Operation.lostHeads)])
        return value?.word("value").split(separator: " ").compactMap { Head(String($0)) } ?? []
    }
}

extension Operation {
    static let lostHeads = "lost-heads"

    /// Goes on with a register that does not hold what it once did: puts on record what is lost, and since when it is not known
    /// what was erased.
    ///
    /// - Parameter heads: where its journal had come to; none where nobody knows.
    public func goOn(without heads: [Head]) throws {
        // What the lost one surely had in common with it ends before the first that it does not hold.
        let common = max(1, min(id - 1, heads.map { $0.number - 1 }.min() ?? id - 1))
        let point = try view.point(after: common)
        if let known = try view.pointOfUnknownErasures() {
            if point.operations < known.operations {
                try update(.setting, key: .text(Operation.unknownErasures), ["value": .text(point.recorded)])
                try update(.setting, key: .text(Operation.unknownFrom), ["value": .text(String(common))])
            }
        } else {
            try markErasures(unknownSince: point.recorded, after: common)
        }
        isKept = true
        guard !heads.isEmpty else { return }
        let key = SQLValue.text(Operation.lostHeads)
        let lost = (try view.lostHeads() + heads).map(\.description).joined(separator: " ")
        if try !update(.setting, key: key, ["value": .text(lost)]) { try insert(.setting, key: key, [.text(lost)]) }
    }
}
