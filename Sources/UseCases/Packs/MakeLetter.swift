import Packs
import Partnership
import Register

/// The answer to whoever raised an issue.
public struct MakeLetter: PackQuestion {
    public let issue: String
    public let asDraft: Bool

    public init(about issue: String, asDraft: Bool = false) {
        self.issue = issue
        self.asDraft = asDraft
    }

    public func papers(from view: View, as standing: Standing) throws -> PackPapers {
        let issue = try view.item(issue, workflow: "issue")
        let area = try issue.text("area").flatMap { try view.reference.area($0)?.title }
        try standing.must(.packLetter, at: view.belonging(of: issue), of: area)
        let answer = try view.familyAnswer(on: issue, asOf: view.today)
        return try PackPapers(
            .letter(answer), PackStage(isIssued: true, asDraft: asDraft), about: issue.text("area"), from: view,
            as: standing)
    }
}
