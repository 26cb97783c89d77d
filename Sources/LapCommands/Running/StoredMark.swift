import Synchronization

/// The last operation that a run has stored: a failure after that says so, since nobody is to do it again.
final class StoredMark: Sendable {
    private let last = Mutex<Int?>(nil)

    var operation: Int? {
        get { last.withLock { $0 } }
        set { last.withLock { $0 = newValue } }
    }
}
