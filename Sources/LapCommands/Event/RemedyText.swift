import Workflow

extension Reason {
    /// What would help, each as the command line says it.
    func hints(noun: Noun?, reference: String?) -> [String] {
        remedy.map { [$0] } ?? []
    }

    /// The sentence and what would help, in one line.
    func said(noun: Noun?, reference: String?) -> String {
        ([sentence] + hints(noun: noun, reference: reference)).joined(separator: " ")
    }
}
