import Workflow

extension Reason {
    /// The command that would help; nil when there is none.
    func command(noun: Noun?, reference: String?) -> String? {
        hints(noun: noun, reference: reference).first { $0.hasPrefix("lap ") }
    }

    /// The fields that would have to be given, or given otherwise.
    var wanted: [String] {
        // With remedies as data, what they say to give comes to these.
        field.map { [$0] } ?? []
    }
}
