import Foundation
import Packs
import Register
import class Register.Operation
import Workflow

/// Issued papers that hold what is to go: each is set anew without it, or, where it cannot be, gone as a whole. One that has to
/// be kept as it is stays.
struct PaperRedaction {
    private let papers: [(model: IssuedModel, new: Data?)]

    /// - Parameters:
    ///   - part: of each paper, that is looked through.
    ///   - isMeant: whether a paper is looked through.
    ///   - change: what makes a text what it is to be; nil for one that stays.
    init(
        from view: View, of part: PackDocument.Part = .whole, where isMeant: (IssuedModel) -> Bool,
        by change: (_ text: String, _ paper: IssuedModel) -> String?
    ) throws {
        papers = try view.issuedModels().compactMap { model in
            guard !model.isHeld, isMeant(model), let json = try view.contents(model.digest) else { return nil }
            guard let document = try? PackDocument(json: json) else { return (model, nil) }
            do {
                let new = try document.redacted(model.redacted + 1, on: view.today, part) { change($0, model) }
                return try new.map { (model, try $0.json) }
            } catch is DecodingError {
                return (model, nil)
            }
        }
    }

    var isEmpty: Bool { papers.isEmpty }

    /// The names of those that are set anew, and of those of which nothing is left.
    var names: (redacted: [String], erased: [String]) {
        func names(_ papers: [(model: IssuedModel, new: Data?)]) -> [String] {
            papers.compactMap(\.model.files.last?.stem)
        }
        return (names(papers.filter { $0.new != nil }), names(papers.filter { $0.new == nil }))
    }

    func perform(in operation: Operation) throws {
        for (model, new) in papers { try operation.redact(model, to: new) }
    }
}
