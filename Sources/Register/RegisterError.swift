import Workflow

/// Why the register did not do what it was asked. Nothing was changed. No case carries a personal value.
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
    /// The disk could not be read, or not written to.
    case disk(writing: Bool)
    /// It was done before, under the same key: nothing was changed now. With the items it was about.
    case alreadyDone(operation: Int, references: [String])
    /// Something else was done under that key.
    case keyTaken(operation: Int)
    /// The item is no longer at the version that was expected.
    case moved(reference: String, expected: Int, actual: Int)
    /// Another process holds the register's lock.
    case busy
    case readOnly
    case cannotOpen
    case full
    /// The file is a database, but no register, or no database at all.
    case notARegister
    /// The register was written by a newer `lap`.
    case newer(schema: Int, known: Int)
    case constraint(String)
    /// The stored data contradicts itself, or the engine failed.
    case damaged(String)
}
