import Workflow

/// How long a check may take. What was not reached by then is not decided.
public struct Budget: Sendable {
    private let end: ContinuousClock.Instant?

    private init(until end: ContinuousClock.Instant?) {
        self.end = end
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

    public var isSpent: Bool { end.map { $0 <= .now } ?? false }

    /// A part of what is left: at most one of so many equal ones.
    func part(_ count: Int) -> Budget {
        guard let end else { return self }
        let now = ContinuousClock.Instant.now
        return Budget(until: end <= now ? end : now + (end - now) / max(1, count))
    }
}
