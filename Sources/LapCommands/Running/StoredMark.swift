import Synchronization

/// The last operation that a run has stored: a failure after that says so, since nobody is to do it again.
final class StoredMark: Sendable {
    private let last = Mutex<Int?>(nil)
    private let hasWarned = Mutex(false)
    private let made = Mutex(false)

    /// Whether this is the first time that it is asked: a run says only once that the register was found damaged.
    func warnsFirst() -> Bool {
        hasWarned.withLock { hasWarned in
            defer { hasWarned = true }
            return !hasWarned
        }
    }

    /// Files were put in place that the command is for.
    var hasMade: Bool {
        get { made.withLock { $0 } }
        set { made.withLock { $0 = newValue } }
    }

    var operation: Int? {
        get { last.withLock { $0 } }
        set { last.withLock { $0 = newValue } }
    }
}
