import UseCases

extension Session {
    /// Does a deed, or only says what it would come to.
    ///
    /// - Returns: the answer, and the operation's number; nil when nothing was done.
    func perform<D: Rehearsable>(_ deed: D, rehearsing: Bool) throws -> (answer: D.Answer, operation: Int?) {
        guard rehearsing else {
            let done = try perform(deed)
            return (done.answer, done.operation)
        }
        return (try workplace.rehearse(deed, for: request), nil)
    }
}
