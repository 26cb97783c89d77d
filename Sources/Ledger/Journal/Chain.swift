/// How an operation is chained to the one before it. Whoever changes this makes another journal of it.
enum Chain {
    /// The hash of an operation: of the hash before it, its own line, and the hashes of its changes, its events and what it sealed.
    static func hash(
        after previous: String?, number: Int?, recorded: String?, effective: String?, actor: String?, command: String?,
        reverses: Int?, key: String?, words: String?, events: Int?, sealed: Int?, changes: String, happened: String,
        seals: String
    ) -> String {
        Hash.of(
            previous, number.map(String.init), recorded, effective, actor, command, reverses.map(String.init), key,
            words, events.map(String.init), sealed.map(String.init), changes, happened, seals)
    }
}
