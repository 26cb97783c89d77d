import Foundation
import Packs
import Register
import class Register.Operation

/// Records the files of a pack as issued, and keeps them, before anybody has them.
struct IssuePack: Deed {
    let kind: String
    /// The meeting or the issue.
    let item: String
    /// Nil for a letter.
    let edition: Edition?
    /// The number of the item whose minutes it is an extract of; nil for a whole pack.
    let part: String?
    /// References that stand in it.
    let mentions: [String]
    let files: [NewPaper]
    /// What they were set from.
    let model: Data
    let name = "issue-pack"

    /// Answers with the names of the files.
    func perform(in operation: Operation, as standing: Standing) throws -> [String] {
        let view = operation.view
        let subject = try PackSubject(kind: kind, item: item, edition: edition, part: part, from: view)
        try subject.must(subject.making, as: standing, from: view)
        try operation.issue(
            files, setFrom: model, of: kind, about: subject.item, edition: edition?.rawValue, part: part,
            mentioning: mentions)
        return files.map(\.name)
    }
}
