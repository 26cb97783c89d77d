extension String {
    /// As it was given, with a full stop when it ends in no mark of its own.
    public var endedAsSentence: String {
        guard let last, !".!?".contains(last) else { return self }
        return self + "."
    }
}
