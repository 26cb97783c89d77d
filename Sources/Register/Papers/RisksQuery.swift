import Ledger
import Partnership
import Workflow

extension View {
    /// A body's open risks with the highest scores, the highest first: as many as the partnership prints.
    func topRisks(of body: Body) throws -> [RiskLine] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE workflow = 'risk' AND body = ? AND open = 1 ORDER BY score DESC, id LIMIT ?
            """, [.text(body.id), .integer(reference.thresholds.topRisks)]
        ).compactMap { row in
            let risk = try stored(row)
            let own = risk.risk
            guard let score = own.score, let target = own.target,
                let about = try citations(own.issues, actions: own.actions)
            else { return nil }
            let owner = try own.owner.map { try person(id: $0) }
            return RiskLine(
                ref: risk.reference, cause: own.cause ?? "", effect: own.effect ?? "", mitigation: own.mitigation ?? "",
                score: score, target: target,
                owner: try owner.map { try paperPerson($0, seats: seats(of: $0, on: present)) }
                    ?? PapersPerson(name: ""),
                reviewOn: own.reviewOn, about: about)
        }
    }
}
