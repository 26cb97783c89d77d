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

    public func pack(from view: View, as standing: Standing) throws -> AskedPack {
        let issue = try view.item(issue, workflow: "issue")
        let area = try issue.text("area").flatMap { try view.reference.area($0)?.title }
        try standing.must(.packLetter, at: view.belonging(of: issue), of: area)
        let stage = PackStage(isIssued: true, asDraft: asDraft)
        let subject = PackSubject(.letter, of: issue, nil)
        if let kept = try subject.standing(at: stage, from: view) {
            view.noteLetter(about: issue)
            return .kept(kept)
        }
        let answer = try view.familyAnswer(on: issue, asOf: view.today)
        var papers = try PackPapers(.letter(answer), stage, about: issue.text("area"), from: view, as: standing)
        // What came of the issue since may change nothing of what the letter says.
        if stage == .issued, let kept = try subject.kept(from: view) {
            papers.standing = (kept, .letter(try view.familyAnswer(on: issue, asOf: kept.paper.day)))
        }
        return .record(papers)
    }
}
