import Foundation
import Synchronization

/// How a connection waits while another one keeps a lock: it tries again after 1 ms at first and 3 ms at most, never at the
/// same pace twice, until its time is up by the clock.
///
/// SQLite's own way of waiting sleeps 100 ms in the end, and so misses the short gaps that a writer leaves which commits
/// again and again.
final class Patience: Sendable {
    private let limit: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let sleep: @Sendable (Duration) -> Void
    private let began: Mutex<ContinuousClock.Instant?> = Mutex(nil)

    /// - Parameter seconds: how long one lock is waited for.
    init(
        seconds: Double,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        sleep: @escaping @Sendable (Duration) -> Void = { Thread.sleep(forTimeInterval: $0 / .seconds(1)) }
    ) {
        limit = .seconds(seconds)
        self.now = now
        self.sleep = sleep
    }

    /// Sleeps before the next try; false when it was long enough.
    ///
    /// - Parameter tries: how often it was tried again for this lock: 0 the first time.
    func isLeft(afterTries tries: Int) -> Bool {
        let now = now()
        let start = began.withLock { began in
            if tries == 0 { began = now }
            return began ?? now
        }
        guard now - start < limit else { return false }
        let longest = 1 + min(Double(tries) / 10, 2)
        sleep(.milliseconds(1) * Double.random(in: 1...longest))
        return true
    }
}
