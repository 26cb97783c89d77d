import Foundation
import GRDB

extension SQLiteEngine {
    /// Copies the whole ledger to a new file, as it is at one moment. Others go on reading, and writing too: what they write
    /// meanwhile begins the copy anew, and only when that happens again and again are they made to wait for it.
    public func copy(to path: String) throws {
        do {
            let target = try DatabaseQueue(path: path)
            try connections.read { queue, _ in try copy(queue, to: target) }
            try target.close()
        } catch {
            throw translated(error)
        }
    }

    private func copy(_ queue: DatabaseQueue, to target: DatabaseQueue) throws {
        do {
            var attempts = 0
            var remaining = Int.max
            try queue.backup(to: target, pagesPerStep: 2_000) { progress in
                if progress.remainingPageCount > remaining { attempts += 1 }
                remaining = progress.remainingPageCount
                if attempts >= 20 { throw Restless() }
                if !progress.isCompleted { usleep(1_000) }
            }
        } catch is Restless {
            try queue.backup(to: target)
        }
    }

    /// Somebody writes all the time.
    private struct Restless: Error {}
}
