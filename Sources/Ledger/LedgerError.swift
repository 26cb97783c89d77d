/// Why a ledger did not do what it was asked. Nothing was changed. No case carries a value that somebody stored.
public enum LedgerError: Error, Equatable {
    /// Another process holds the write lock.
    case busy
    case readOnly
    case cannotOpen
    /// The disk has no room.
    case full
    /// The disk could not be read, or not written to.
    case disk(writing: Bool)
    /// The file is a database of something else, or no database at all.
    case foreign
    /// A new ledger was to be made where there is something already.
    case occupied
    /// It was written by a newer program.
    case newer(schema: Int, known: Int)
    /// A text has a NUL in it, which no text on record has.
    case unstorable
    /// What would be stored was erased on record once.
    case erased
    /// The schema forbids it: which rule of it.
    case constraint(String)
    /// The journal does not verify: what is wrong with it.
    case unverified(Findings)
    /// The file does not hold together: pages of it were overwritten, or are gone.
    case corrupt
    /// What is stored contradicts itself, or the engine failed.
    case damaged(String)
}
