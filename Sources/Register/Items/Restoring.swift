import Ledger
import Workflow

extension Operation {
    /// Brings a replaced value of a field back, within reach of searches where its section is. Throws when it has been
    /// erased since.
    func restore(_ sealed: Sealed, in definition: Definition) throws {
        guard try mark(sealed, isFindable: { definition.section($0)?.isSearched ?? false }) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "What it would bring back has been erased for good.",
                    remedies: [.say("Record it anew where that is right.")])
            ])
        }
    }
}

extension View {
    /// The value behind a detail table's column; nil when it was erased.
    func open(text: String?) throws -> String? { try connection.open(Sealed(text: text)) }
}
