import Ledger
import Partnership
import Workflow

extension View {
    /// You said, we did: what was closed since a day, in a body's area; for the Board, of every LAP.
    func answers(of body: Body, since: Day?, until day: Day) throws -> [YouSaidWeDid] {
        let areas = try body.area.map { [$0] } ?? reference.lapAreas.map(\.id)
        return try areas.flatMap { area in
            try connection.rows(
                """
                SELECT \(View.itemColumns) FROM item
                WHERE area = ? AND closed IS NOT NULL AND closed >= ? AND closed <= ? AND workflow = 'issue'
                ORDER BY closed, id
                """, [.text(area), .text(since?.description ?? ""), .text(day.description)]
            ).map(stored)
        }.compactMap { issue in
            guard let said = issue.issue.said, let did = issue.issue.did else { return nil }
            var answer = YouSaidWeDid(
                ref: issue.reference, theme: try issue.issue.theme.flatMap { try reference.theme($0)?.title } ?? "",
                said: said, did: did, impact: issue.issue.impact, answered: issue.issue.toldOn,
                answeredBy: issue.issue.isBoardOutcome ? try reference.boardTitle : nil,
                mayBeOneFamilys: issue.issue.mayBeOneFamilys, mayDiscussAnonymised: issue.issue.mayBeDiscussed)
            answer.sharedWith = try sharedWith(issue)
            answer.part = try part(of: issue)
            return answer
        }
    }
}
