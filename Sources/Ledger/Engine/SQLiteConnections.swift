import Dispatch
import GRDB
import Synchronization

/// The connections of one process to one database: opened when they are needed, used by one at a time each, so that readers
/// go on beside one another and beside a writer until it commits. A process that does one thing after the other has one.
final class SQLiteConnections: Sendable {
    /// How many are used at the same time.
    static let most = 9

    private let open: @Sendable () throws -> DatabaseQueue
    private let idle = Mutex<[(queue: DatabaseQueue, kept: SQLiteKept)]>([])
    private let places = DispatchSemaphore(value: SQLiteConnections.most)
    private let writing = DispatchSemaphore(value: 1)

    init(_ open: @escaping @Sendable () throws -> DatabaseQueue) { self.open = open }

    /// Waits for a connection that nobody uses.
    func read<T>(_ body: (DatabaseQueue, SQLiteKept) throws -> T) throws -> T {
        places.wait()
        defer { places.signal() }
        // The one used last: it has its statements prepared and its pages at hand.
        let connection = try idle.withLock { $0.popLast() } ?? (queue: open(), kept: SQLiteKept())
        defer { idle.withLock { $0.append(connection) } }
        return try body(connection.queue, connection.kept)
    }

    /// The same for one writer at a time: those of one process stand in line here rather than try again and again.
    func write<T>(_ body: (DatabaseQueue, SQLiteKept) throws -> T) throws -> T {
        writing.wait()
        defer { writing.signal() }
        return try read(body)
    }
}
