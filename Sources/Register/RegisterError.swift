import Workflow

/// Why the register did not do what it was asked; what its ledger runs into is a `LedgerError`. Nothing was changed. No case carries a personal value.
public enum RegisterError: Error, Equatable {
    /// The workflow, or a rule of the partnership, says no.
    case refused([Reason])
    /// The person may not do or see this.
    case notPermitted(String, remedies: [Remedy] = [])
    /// Nobody on record is called that. With the name that was probably meant.
    case nobody(called: String, nearest: String?)
    /// What was given is not usable as it stands.
    case badInput(String, remedies: [Remedy] = [])
    /// No such thing in this register.
    case notFound(String, remedies: [Remedy] = [])
    /// It is stored as this operation, but the disk did not confirm that it will stay.
    case unconfirmed(operation: Int)
    /// The disk failed at the end, and does not say whether this operation is stored.
    case unknown(operation: Int)
    /// It was done before, under the same key: nothing was changed now. With the items it was about, and the operation that
    /// took it back since.
    case alreadyDone(operation: Int, references: [String], undoneBy: Int?)
    /// Something else was done under that key.
    case keyTaken(operation: Int)
    /// The item is no longer at the version that was expected.
    case moved(reference: String, expected: Int, actual: Int)
    /// What is stored contradicts itself.
    case damaged(String)
}
