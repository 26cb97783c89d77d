import Foundation
import Packs
import Register
import class Register.Operation
import Workflow

/// Issued papers that hold what is to go: each is set anew without it, or, where it cannot be, gone as a whole. One that has to
/// be kept as it is stays.
struct PaperRedaction {
    private let papers: [(model: IssuedModel, new: Data?, cuts: PaperCuts)]

    /// A paper to be looked through.
    struct Printed {
        let model: IssuedModel
        fileprivate let json: Data
        /// Every text in it, and more.
        let texts: Set<String>
    }

    /// The papers of which something may go.
    ///
    /// - Parameter isMeant: whether a paper is looked through.
    static func printed(from view: View, where isMeant: (IssuedModel) -> Bool) throws -> [Printed] {
        try view.issuedModels().compactMap { model in
            guard !model.isHeld, isMeant(model), let json = try view.contents(model.digest) else { return nil }
            return Printed(model: model, json: json, texts: PackDocument.texts(in: json))
        }
    }

    /// - Parameters:
    ///   - part: of each paper, that is looked through.
    ///   - change: what makes a text what it is to be; nil for one that stays.
    init(
        _ printed: [Printed], of part: PackDocument.Part = .whole, from view: View,
        by change: (_ text: String, _ paper: IssuedModel) -> String?
    ) throws {
        papers = try printed.compactMap { printed in
            let (model, json) = (printed.model, printed.json)
            // A paper is taken apart only where something goes, or where nobody can tell.
            guard printed.texts.isEmpty || printed.texts.contains(where: { change($0, model) != nil }) else {
                return nil
            }
            var cuts = PaperCuts()
            guard let document = try? PackDocument(json: json) else { return (model, nil, cuts) }
            do {
                let new = try document.redacted(model.redacted + 1, on: view.today, part) { place, text in
                    let new = change(text, model)
                    if let new { cuts.note(place, from: text, to: new, mark: PackGuard.removed) }
                    return new
                }
                return try new.map { (model, try $0.json, cuts) }
            } catch is DecodingError {
                return (model, nil, cuts)
            }
        }
    }

    var isEmpty: Bool { papers.isEmpty }

    /// The names of those that are set anew, and of those of which nothing is left, each once.
    var names: (redacted: [String], erased: [String]) {
        func names(_ isLeft: Bool) -> [String] {
            var seen: Set<String> = []
            return papers.filter { ($0.new != nil) == isLeft }.compactMap(\.model.files.last?.stem).filter {
                seen.insert($0).inserted
            }
        }
        return (names(true), names(false))
    }

    func perform(in operation: Operation) throws {
        for (model, new, cuts) in papers { try operation.redact(model, to: new, cuts: cuts) }
    }
}

extension RepeatedRedaction {
    /// How words are taken out again of a paper of which a list tells the places.
    static let papers = RepeatedRedaction(mark: PackGuard.removed) { model, number, day, cuts in
        let new = try? PackDocument(json: model).redacted(number, on: day) { place, text in
            cuts.made(of: text, at: place, mark: PackGuard.removed)
        }
        return try? new?.json
    }
}
