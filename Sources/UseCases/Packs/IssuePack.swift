import Packs
import Register
import class Register.Operation

/// Records the files of a pack as issued, before anybody has them.
struct IssuePack: Deed {
    let papers: PackPapers
    let files: [NewPaper]
    let name = "issue-pack"

    /// Answers with the names of the files.
    func perform(in operation: Operation, as standing: Standing) throws -> [String] {
        let view = operation.view
        let subject = try PackSubject(papers.pack, for: papers.edition, from: view)
        try subject.must(subject.making, as: standing, from: view)
        try operation.issue(
            files, of: subject.kind, about: subject.item, edition: subject.edition?.rawValue, part: subject.part,
            mentioning: papers.pack.mentions(for: papers.edition))
        return files.map(\.name)
    }
}
