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
        let answer = try view.familyAnswer(on: issue, asOf: view.today)
        var papers = try PackPapers(.letter(answer), stage, about: issue.text("area"), from: view, as: standing)
        // What went out stands while one of today would say the same but for its date, by what is on record now: of the issue,
        // of meetings, of those who have to agree, and of days that have passed.
        if papers.stage == .issued, let kept = try PackSubject(.letter, of: issue, nil).kept(from: view) {
            view.noteLetter(about: issue)
            var again = answer
            again.date = kept.paper.day
            papers.standing = (kept, .letter(again))
        }
        return .record(papers)
    }
}
