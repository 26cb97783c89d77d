import Packs
import Partnership
import Register

/// The answer to whoever raised an issue.
public struct MakeLetter: PackQuestion {
    public let issue: String

    public init(about issue: String) { self.issue = issue }

    public func answer(from view: View, as standing: Standing) throws -> PackPapers {
        let issue = try view.item(issue, workflow: "issue")
        let area = try issue.text("area").flatMap { try view.reference.area($0)?.title }
        try standing.must(.packLetter, at: view.belonging(of: issue), of: area)
        return try PackPapers(.letter(view.familyAnswer(on: issue, asOf: view.today)), from: view)
    }
}
