import Partnership
import StrictYAML

/// For how long what has ended is kept.
enum RetentionReading {
    private static let names = [
        "individual-years", "birth-years", "latest-birth-years", "systemic-years", "redirected-years",
        "archive-years", "business-years", "contact-months",
    ]

    /// Nil when a count is missing or none.
    static func retention(_ part: ProfileParts.Part) -> Retention? {
        guard let keyed = part.node.keyed("the retention", required: names, part.log) else { return nil }
        let counts = names.compactMap { keyed[$0]?.integer($0, in: 1...200, part.log) }
        guard counts.count == names.count else { return nil }
        return Retention(
            individualYears: counts[0], birthYears: counts[1], latestBirthYears: counts[2], systemicYears: counts[3],
            redirectedYears: counts[4], archiveYears: counts[5], businessYears: counts[6], contactMonths: counts[7])
    }
}
