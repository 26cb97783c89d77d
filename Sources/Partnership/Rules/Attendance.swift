/// How many of a body's seats were represented at a meeting, or over several (DOMAIN section 7).
public struct Attendance: Hashable, Sendable {
    /// Seats whose holder came.
    public let present: Int
    /// Seats whose holder sent a deputy.
    public let deputised: Int
    /// Seats that somebody held on the day.
    public let filled: Int
    /// Seats that nobody held; they are shown apart and never counted in the percentage.
    public let vacant: Int

    /// Nil when more seats were represented than filled, or a count is negative.
    public init?(present: Int, deputised: Int = 0, filled: Int, vacant: Int = 0) {
        guard min(present, deputised, filled, vacant) >= 0, present + deputised <= filled else { return nil }
        self.present = present
        self.deputised = deputised
        self.filled = filled
        self.vacant = vacant
    }

    /// Of no meeting.
    public static let none = Attendance(adding: (0, 0), of: (0, 0))

    /// (present + deputised) / filled in whole per cent, rounded down so that a target is never met by rounding; nil when
    /// no seat was filled.
    public var percentage: Int? {
        filled == 0 ? nil : (present + deputised) * 100 / filled
    }

    public func meets(target percent: Int) -> Bool {
        filled > 0 && (present + deputised) * 100 >= percent * filled
    }

    /// Both taken together, for the attendance over a year.
    public static func + (left: Attendance, right: Attendance) -> Attendance {
        Attendance(
            adding: (left.present + right.present, left.deputised + right.deputised),
            of: (left.filled + right.filled, left.vacant + right.vacant))
    }

    private init(adding represented: (present: Int, deputised: Int), of seats: (filled: Int, vacant: Int)) {
        present = represented.present
        deputised = represented.deputised
        filled = seats.filled
        vacant = seats.vacant
    }
}
