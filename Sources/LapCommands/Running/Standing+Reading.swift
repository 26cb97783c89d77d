import Register

extension Standing {
    /// Agendas, minutes, decisions and packs are for people with a seat, whichever it is.
    ///
    /// - Parameter what: `Agendas`, as the sentence begins.
    func mustHoldSeat(toRead what: String) throws {
        guard !mayReadSummaries else { return }
        throw Failure(
            .notPermitted, "\(what) are for people with a seat.", hint: "Name yourself with --as, or set LAP_AS.")
    }
}
