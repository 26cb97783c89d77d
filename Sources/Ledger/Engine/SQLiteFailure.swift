import GRDB

/// What went wrong in terms of a ledger. SQLite's own words stay out of it where they could quote a value.
func translated(_ error: any Error) -> any Error {
    guard let failure = error as? DatabaseError else { return error }
    return switch failure.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: LedgerError.busy
    case .SQLITE_READONLY: LedgerError.readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM: LedgerError.cannotOpen
    case .SQLITE_NOTADB: LedgerError.foreign
    case .SQLITE_CORRUPT: LedgerError.corrupt
    case .SQLITE_FULL: LedgerError.full
    case .SQLITE_IOERR: LedgerError.disk(writing: !failure.extendedResultCode.isAboutReading)
    case .SQLITE_CONSTRAINT: LedgerError.constraint(failure.message ?? "a constraint")
    default: LedgerError.damaged("SQLite \(failure.extendedResultCode.rawValue): \(failure.message ?? "no message")")
    }
}

extension ResultCode {
    fileprivate var isAboutReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT, .SQLITE_IOERR_ACCESS].contains(self)
    }
}
