import Testing

@testable import LapCommands

/// What is carried on as part of another issue, and comes back when that one ends without an answer.
struct MergeTests {
    /// N-2 is part of N-1.
    private func merged() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.raise("--summary", "A second wait")
        try await season.accept("N-2")
        try await season.does("issue", "merge", "N-2", "--lead", "N-1", "--on", "2019-04-04")
        return season
    }

    @Test(arguments: [
        ["divert", "N-1", "--destination", "police", "--external-reference", "P-1"],
        ["withdraw", "N-1", "--withdrawn-because", "They asked", "--asked-on", "2019-04-05"],
        ["redirect", "N-1", "--destination", "sendiass", "--contact-given", "A line", "--told-on", "2019-04-05"],
    ])
    func itComesBackWhenItsLeadEndsWithoutAnAnswer(words: [String]) async throws {
        let season = try await merged()
        let told = try await season.does(["issue"] + words + ["--on", "2019-04-05"])
        #expect(told.contains("N-2 comes back and goes on by itself."), "\(told)")
        let second = try await season.does("issue", "show", "N-2", "--json")
        #expect(second.contains(#""state":"acknowledged""#) && !second.contains(#""lead":"#))
        try await season.does("issue", "accept", "N-2", "--on", "2019-04-08")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func anIssueTellsWhatWasMergedIntoIt() async throws {
        let season = try await merged()
        #expect(try await season.does("show", "N-1").contains(/Merged into it +N-2\n/))
        #expect(try await season.does("show", "N-1", "--as", "SENCO North").contains(/Merged into it +N-2\n/))
        #expect(try await !season.does("show", "N-1", "--as-of", "2019-04-03").contains("Merged into it"))
        // What may be a safeguarding matter is not told of.
        try await season.does("issue", "rescreen", "N-2", "--safeguarding", "unsure", "--on", "2019-04-05")
        #expect(try await !season.does("show", "N-1", "--as", "SENCO North").contains("Merged into it"))
    }

    /// A day that a family was given stays its own, whatever its issue becomes part of.
    @Test func theDayThatAFamilyWasGivenStands() async throws {
        let season = try await merged()
        let letter = try await season.page("letter", "N-2", "--on", "2019-04-05")
        #expect(letter.contains("You will hear from us again by 8 April 2019."), "\(letter)")
        #expect(letter.contains("You told us this on 1 April 2019.") && letter.contains("Others told us the same"))
        let later = try await season.page("letter", "N-2", "--on", "2019-04-09")
        #expect(later.contains("You will hear from us again by") && !later.contains("by 8 April"), "\(later)")
    }

    /// No family waits longer because its issue became part of another's.
    @Test func aFamilysOwnDaysGoOn() async throws {
        let season = try await merged()
        let merged = try await season.does("show", "N-2", "--on", "2019-04-05")
        #expect(merged.contains("Update the raiser by 30 April 2019"), "\(merged)")
        let status = try await season.does("status", "--on", "2019-04-29")
        #expect(status.contains(/2019-04-30 +lap issue update-raiser N-2/), "\(status)")
        let letter = try await season.page("letter", "N-2", "--on", "2019-04-10")
        #expect(letter.contains("You will hear from us again by 30 April 2019."), "\(letter)")
        try await season.does(
            "issue", "update-raiser", "N-1", "--method", "email", "--told", "We look at it", "--merged-told", "--on",
            "2019-04-29")
        let told = try await season.does("show", "N-2", "--on", "2019-04-29")
        #expect(told.contains("Update the raiser by 27 May 2019") && told.contains("Told along"), "\(told)")
        for words in [
            ["start-early-resolution", "--service-contacted", "Clinic"],
            ["resolve-early", "--outcome", "A date", "--outcome-evidence", "A letter", "--raiser-view", "Content"],
            ["feed-back", "--method", "email", "--said", "A wait", "--did", "A date", "--merged-told"],
        ] { try await season.does(["issue", words[0], "N-1"] + words.dropFirst() + ["--on", "2019-05-02"]) }
        let answered = try await season.does("show", "N-2", "--on", "2019-05-02")
        #expect(!answered.contains("Update the raiser by") && answered.contains("Answered along"), "\(answered)")
        try await season.does(
            "issue", "reopen", "N-1", "--new-information", "It came back", "--on", "2019-05-03")
        #expect(try await season.does("show", "N-2", "--on", "2019-05-03").contains("Update the raiser by"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// What a family whose issue is part of another has a right to is not lost with that: and the lead is looked over.
    @Test func whatAMergedFamilySaysIsRecorded() async throws {
        let season = try await merged()
        try await season.does("issue", "edit", "N-2", "--contact", "numbat@example.org", "--on", "2019-04-05")
        let other = await season.refusal("issue", "edit", "N-2", "--area", "south", "--on", "2019-04-05")
        #expect(other.status == 1 && other.said.contains("stays in that area"), "\(other.said)")
        let taken = try await season.does("issue", "withdraw-consent", "N-2", "--on", "2019-04-05")
        #expect(taken.contains("N-1: Part changed; now Accepted."), "\(taken)")
        let status = try await season.does("status", "--on", "2019-04-12")
        #expect(status.contains(/2019-04-12 +lap issue look-over N-1/), "\(status)")
        try await season.does("issue", "look-over", "N-1", "--on", "2019-04-12")
        #expect(try await !season.does("status", "--on", "2019-04-12").contains("look-over"))
        let gone = try await season.does(
            "issue", "withdraw", "N-2", "--withdrawn-because", "They moved", "--asked-on", "2019-04-12", "--on",
            "2019-04-12")
        #expect(gone.contains("N-1: Part changed; now Accepted."), "\(gone)")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func aWorryAboutAMergedFamilyIsDivertedAndTheLeadDoesNotTellIt() async throws {
        let season = try await merged()
        try await season.does("issue", "rescreen", "N-2", "--safeguarding", "unsure", "--on", "2019-04-05")
        let status = try await season.does("status", "--on", "2019-04-05")
        #expect(status.contains("Divert at once") && status.contains(/N-2 +Divert/), "\(status)")
        try await season.does(
            "issue", "divert", "N-2", "--destination", "police", "--external-reference", "P-1", "--on", "2019-04-05")
        let seen = try await season.does("show", "N-1", "--as", "SENCO North")
        #expect(seen.contains("Part changed") && !seen.contains("N-2"), "\(seen)")
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    @Test func nothingIsMergedIntoAWorryOrIntoWhatIsNotRead() async throws {
        let season = try await merged()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco")
        try await season.raise("--area", "south", "--as", "DCO South")
        let unread = await season.refusal("issue", "merge", "N-1", "--lead", "S-1", "--on", "2019-04-05")
        #expect(unread.status == 77 && unread.said.contains("S-1 is for those who may read it"), "\(unread.said)")
        try await season.does("member", "seat", "Deputy DCO North", "--seat", "south/dco")
        let other = await season.refusal("issue", "merge", "N-1", "--lead", "S-1", "--as", "Deputy DCO North")
        #expect(other.status == 1 && other.said.contains("of another area"), "\(other.said)")
        try await season.raise("--summary", "A third wait")
        try await season.does("issue", "rescreen", "N-3", "--safeguarding", "unsure", "--on", "2019-04-05")
        let worry = await season.refusal("issue", "merge", "N-1", "--lead", "N-3", "--on", "2019-04-05")
        #expect(worry.status == 1 && worry.said.contains("(R1)"), "\(worry.said)")
    }
}
