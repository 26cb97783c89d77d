import Partnership

extension ClockTime {
    /// `9am`, `9.30am`, `12 noon`, `midnight`.
    public var words: String {
        if minute == 0, hour == 0 { return "midnight" }
        if minute == 0, hour == 12 { return "12 noon" }
        let twelve = (hour + 11) % 12 + 1
        let half = hour < 12 ? "am" : "pm"
        return minute == 0 ? "\(twelve)\(half)" : "\(twelve).\(minute < 10 ? "0" : "")\(minute)\(half)"
    }

    /// `9am to 4pm`.
    public static func words(from start: ClockTime, to end: ClockTime?) -> String {
        guard let end else { return start.words }
        return "\(start.words) to \(end.words)"
    }
}
