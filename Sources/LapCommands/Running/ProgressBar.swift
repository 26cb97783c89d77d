import Synchronization

/// How far something has come that takes long, for somebody at a terminal: nothing for a while.
final class ProgressBar: Sendable {
    private let console: any Console
    private let start = ContinuousClock.now
    /// When it was last drawn.
    private let drawn = Mutex<ContinuousClock.Instant?>(nil)

    private let patience: Duration
    private static let pause = Duration.milliseconds(100)
    private static let columns = 30

    init(_ console: any Console, patience: Duration = .seconds(1)) {
        self.console = console
        self.patience = patience
    }

    func show(_ done: Int, of all: Int) {
        guard console.isInteractive, all > 0 else { return }
        let now = ContinuousClock.now
        let isTime = drawn.withLock { drawn in
            guard now - start >= patience, drawn.map({ now - $0 >= Self.pause }) ?? true else { return false }
            drawn = now
            return true
        }
        guard isTime else { return }
        let full = min(done, all) * Self.columns / all
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: Self.columns - full)
        console.complain("\r[\(bar)] \(done) of \(all)")
    }

    /// Leaves the line as if it had not been there.
    func clear() {
        guard drawn.withLock({ $0 }) != nil else { return }
        console.complain("\r\u{1B}[K")
    }
}
