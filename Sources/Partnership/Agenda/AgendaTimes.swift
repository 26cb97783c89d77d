/// When each line of an agenda begins, when every line before it takes the minutes allowed.
public enum AgendaTimes {
    /// - Parameters:
    ///   - minutes: of each line in order; 0 for one that shares the time of the item above it.
    ///   - start: when the meeting opens.
    /// - Returns: one for each line; nil for one that shares another's time, and from midnight on.
    public static func starts(_ minutes: [Int], from start: ClockTime) -> [ClockTime?] {
        var time: ClockTime? = start
        return minutes.map { minutes in
            guard minutes > 0 else { return nil }
            defer { time = time?.adding(minutes: minutes) }
            return time
        }
    }
}
