import Workflow

/// How long a check may take. What was not reached by then is not decided.
public struct Budget: Sendable {
    private let end: ContinuousClock.Instant?
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameter now: the clock that is asked whenever somebody asks whether time is up.
    init(until end: ContinuousClock.Instant?, by now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.end = end
        self.now = now
    }

    /// However long it takes.
    public static let unlimited = Budget(until: nil)

    /// So many seconds from now.
    public static func seconds(_ seconds: Double) -> Budget {
        Budget(until: .now + .seconds(seconds))
    }

    /// What a check takes unless it is told otherwise: 5 seconds; unoptimised code takes many times as long for the same.
    #if DEBUG
        public static var usual: Budget { .seconds(100) }
    #else
        public static var usual: Budget { .seconds(5) }
    #endif

    public var isSpent: Bool { end.map { $0 <= now() } ?? false }

    /// A part of what is left: at most one of so many equal ones.
    func part(_ count: Int) -> Budget {
        guard let end else { return self }
        let start = now()
        return Budget(until: end <= start ? end : start + (end - start) / max(1, count), by: now)
    }
}
