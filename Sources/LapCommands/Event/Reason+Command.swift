import Workflow

extension Reason {
    /// The command that would help; nil when there is none.
    func command(noun: Noun?, reference: String?) -> String? {
        remedies.lazy.compactMap { $0.command(noun: noun, reference: reference) }.first
    }

    /// The fields that would have to be given, or given otherwise.
    var wanted: [String] {
        (field.map { [$0] } ?? [])
            + remedies.flatMap { remedy -> [String] in
                if case .give(let fields) = remedy { return fields }
                return []
            }
    }
}
