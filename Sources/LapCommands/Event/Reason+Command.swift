import Workflow

extension Reason {
    /// The command that would help; nil when there is none.
    func command(noun: Noun?, reference: String?) -> String? {
        remedies.lazy.compactMap { $0.command(noun: noun, reference: reference) }.first
    }
}
