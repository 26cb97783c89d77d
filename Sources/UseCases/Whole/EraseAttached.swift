import Partnership
import Register
import class Register.Operation
import Workflow

/// Takes a file that went out with papers out of what is kept, for good: no paper goes out with it any more.
public struct EraseAttached: Rehearsable {
    /// `m-3-paper-1.pdf`.
    public let file: String
    /// The matter that it was attached to.
    public let item: String
    public let cause: RedactText.Cause
    public let name = "redact"

    public init(_ file: String, of item: String, because cause: RedactText.Cause) {
        self.file = file
        self.item = item
        self.cause = cause
    }

    public func judge(from view: View, as standing: Standing) throws -> ErasedFile {
        try found(view, standing).answer
    }

    public func perform(in operation: Operation, as standing: Standing) throws -> ErasedFile {
        let (file, answer) = try found(operation.view, standing)
        try operation.erase(file)
        try operation.noteRedaction(of: answer.ref, because: cause.rawValue, as: standing)
        return answer
    }

    private func found(_ view: View, _ standing: Standing) throws -> (file: AttachedPaper, answer: ErasedFile) {
        let item = try view.item(item)
        try standing.must(.redact, at: view.belonging(of: item))
        try view.mustShow(item, to: standing)
        guard try !view.isHeld([item]) else { throw RegisterError.mustBeKept(item.reference) }
        guard let (matter, file) = try view.attachedFile(named: file), matter.id == item.id else {
            throw RegisterError.notFound(
                "No such file is kept with \(item.reference).", remedies: [.deed("show", on: item.reference)])
        }
        if let held = try view.heldPaper(holding: file) {
            throw RegisterError.mustBeKept("\(held.name), which holds \(file.name),")
        }
        return (
            file,
            ErasedFile(
                ref: item.reference, file: file.name,
                papers: try view.issued(with: file).filter { $0.recalled == nil }.names,
                held: try view.issued(holding: file).names)
        )
    }
}

public struct ErasedFile: Sendable, Codable {
    public let ref: String
    public let file: String
    /// The names of papers that went out with it and were not recalled.
    public let papers: [String]
    /// The names of issued files that hold what it says, and go with it.
    public let held: [String]
}

extension [IssuedPaper] {
    fileprivate var names: [String] { map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
