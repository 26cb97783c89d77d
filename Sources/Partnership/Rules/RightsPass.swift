import Workflow

/// When the rights under the SEND law pass from the parent to the young person (DOMAIN section 3, rule R5).
public enum RightsPass {
    /// The last Friday of June in the school year, 1 September to 31 August, in which they turn 16.
    public static func day(born: Day) -> Day {
        let turns16 = born.adding(months: 16 * 12)
        let june = turns16.month >= 9 ? turns16.year + 1 : turns16.year
        let end = Day(number: 0).adding(months: (june - 1970) * 12 + 6) - 1
        return end - (end.weekday + 2) % 7
    }
}
