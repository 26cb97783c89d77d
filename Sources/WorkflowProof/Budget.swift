import Workflow

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How long a check may take, in processor time of the thread that it runs on, so that a busy machine finds out the same as
/// an idle one. What was not reached by then is not decided.
public struct Budget: Sendable {
    private let end: Duration?
    /// Until then it is not spent, whatever the thread did; nil when that is not known.
    private let earliest: ContinuousClock.Instant?
    private let now: @Sendable () -> Duration

    /// - Parameter now: the clock that is asked whenever somebody asks whether time is up.
    init(
        until end: Duration?, notBefore earliest: ContinuousClock.Instant? = nil,
        by now: @escaping @Sendable () -> Duration = { Self.spent }
    ) {
        self.end = end
        self.earliest = earliest
        self.now = now
    }

    /// However long it takes.
    public static let unlimited = Budget(until: nil)

    /// So many seconds from now, on this thread.
    public static func seconds(_ seconds: Double) -> Budget {
        Budget(until: spent + .seconds(seconds), notBefore: .now + .seconds(seconds))
    }

    /// What this thread has taken so far.
    private static var spent: Duration {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// What a check takes unless it is told otherwise: 5 seconds; unoptimised code takes many times as long for the same.
    #if DEBUG
        public static var usual: Budget { .seconds(100) }
    #else
        public static var usual: Budget { .seconds(5) }
    #endif

    public var isSpent: Bool {
        guard let end else { return false }
        // The time of day costs less to ask for.
        if let earliest, .now < earliest { return false }
        return end <= now()
    }

    /// A part of what is left: at most one of so many equal ones.
    func part(_ count: Int) -> Budget {
        guard let end else { return self }
        let start = now()
        let share = end <= start ? .zero : (end - start) / max(1, count)
        return Budget(until: min(end, start + share), notBefore: earliest.map { min($0, .now + share) }, by: now)
    }
}
