import Foundation
import Testing

@testable import LapCommands

/// A register with a LAP and a Board that can meet, and the steps a season is made of. Every step must succeed.
struct Season {
    let scratch: Scratch
    /// What every command finds besides the files that come with lap.
    var environment: [String: String] = [:]
    /// The moment that it is for every command.
    var now = Scratch.now

    init() async throws {
        scratch = try await Scratch(copying: Seated.shared.scratch())
    }

    /// The same of a profile of one's own: its folder.
    init(profile: URL) async throws {
        let scratch = try Scratch(empty: ())
        let made = await scratch.run([
            "init", ".", "--profile", profile.path, "--as", "DCO North <dco.north@example.org>", "--on", "2019-01-07",
            "--seat", "north/dco", "--seat", "north/chair",
        ])
        try #require(made.status == 0, "\(made.complaints)")
        try await self.init(seating: scratch)
    }

    private init(seating scratch: Scratch) async throws {
        self.scratch = scratch
        for (name, seat) in [
            ("Deputy DCO North", "north/dco"), ("Parent Rep North", "north/parent-rep"),
            ("SENCO North", "north/education"), ("Health North", "north/health"),
            ("Social Care North", "north/local-authority"), ("Board Chair", "board/board-chair"),
            ("Board Secretary", "board/board-secretary"), ("Board Parent Rep", "board/parent-rep"),
            ("Director of Social Care", "board/board-member"),
        ] {
            try await does("member", "add", name, "--seat", seat, "--from", "2019-01-07", "--on", "2019-01-07")
        }
    }

    /// The register with everybody seated, made once and copied for each test.
    private actor Seated {
        static let shared = Seated()
        private var made: Task<Scratch, any Error>?

        func scratch() async throws -> Scratch {
            let task = made ?? Task { try await Season(seating: Scratch(seats: ["north/dco", "north/chair"])).scratch }
            made = task
            return try await task.value
        }
    }

    @discardableResult
    func does(_ words: String...) async throws -> String { try await does(words) }

    @discardableResult
    func does(_ words: String..., input: String) async throws -> String {
        let ran = await scratch.run(words, input: input, environment: environment, now: now)
        try #require(ran.status == 0, "lap \(words.joined(separator: " ")): \(ran.complaints)")
        return ran.output
    }

    @discardableResult
    func does(_ words: [String]) async throws -> String {
        let ran = await scratch.run(words, environment: environment, now: now)
        try #require(ran.status == 0, "lap \(words.joined(separator: " ")): \(ran.complaints)")
        return ran.output
    }

    /// What a refused command line says, and its exit status.
    func refusal(_ words: String...) async -> (status: Int32, said: String) { await refusal(words) }

    func refusal(_ words: [String]) async -> (status: Int32, said: String) {
        let ran = await scratch.run(words, environment: environment, now: now)
        return (ran.status, ran.complaints)
    }

    /// A season in which North holds its meeting of 30 April, with N-1 on the agenda.
    static func heard() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        return season
    }

    /// Gives N-1 to Social Care, as A-1.
    func assign() async throws {
        try await does(
            "issue", "assign", "N-1", "--owner", "Social Care North", "--agency", "Social care", "--due", "2019-06-14",
            "--measure", "A date for each", "--action", "Write to every family", "--on", "2019-04-30")
    }

    /// Logs a concern of North; options given replace the usual ones.
    func raise(_ own: String..., on day: String = "2019-04-01") async throws {
        var options = [
            "--area": "north", "--raised-by": "parent-carer", "--channel": "email", "--received": day,
            "--theme": "salt",
            "--safeguarding": "no", "--parallel": "none", "--consent": "record,discuss-anonymised",
            "--summary": "Nine-month wait for a first appointment", "--name": "Family Quokka",
            "--contact": "quokka@example.org", "--detail": "Told in confidence at the zebrafinch nursery gate",
        ]
        for index in stride(from: 0, to: own.count, by: 2) { options[own[index]] = own[index + 1] }
        try await does(["issue", "raise"] + options.flatMap { [$0.key, $0.value] })
    }

    func accept(_ issue: String) async throws {
        try await does(
            "issue", "acknowledge", issue, "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await does(
            "issue", "accept", issue, "--scope", "systemic", "--families", "14", "--phase", "primary", "--severity",
            "3",
            "--tried", "Asked twice", "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03")
    }

    /// A meeting of North LAP on 30 April with an issue on its published agenda.
    func agenda(with issues: String...) async throws {
        try await does("meeting", "schedule", "north", "--date", "2019-04-30", "--time", "10:00", "--on", "2019-04-03")
        for issue in issues {
            try await does("issue", "schedule", issue, "--meeting", "north-2019-04-30", "--on", "2019-04-03")
        }
        try await does("agenda", "build", "north-2019-04-30", "--on", "2019-04-03")
        try await does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
    }

    func attend(_ meeting: String = "north-2019-04-30", without absent: String? = nil) async throws {
        let names = ["DCO North", "Parent Rep North", "SENCO North", "Health North", "Social Care North"]
        let day = String(meeting.suffix(10))
        try await does(
            ["meeting", "attend", meeting, "--on", day]
                + names.filter { $0 != absent }.flatMap { ["--present", $0] })
        try await does("meeting", "hold", meeting, "--on", day)
    }

    /// A meeting of the Board, laid out and then opened on its day with its chair there.
    func openBoard(_ date: String = "2019-05-22", publishing published: String = "2019-05-08") async throws {
        for (words, day) in [
            (["agenda", "build"], published), (["meeting", "publish"], published), (["meeting", "attend"], date),
            (["meeting", "hold"], date),
        ] {
            let present = words[1] == "attend" ? ["--present", "Board Chair"] : []
            try await does(words + ["board-\(date)", "--as", "Board Secretary", "--on", day] + present)
        }
    }

    func propose(_ issue: String) async throws {
        try await does(
            "issue", "propose-escalation", issue, "--criteria", "E1,E5", "--ask", "Direct one assessment", "--options",
            "Leave it; direct it", "--recommendation", "That the Board directs it", "--evidence", "Eleven accounts",
            "--parent-rep-view", "It cannot wait", "--on", "2019-04-30")
    }

    /// From the LAP's proposal to the Board's table on 22 May.
    func table(_ issue: String) async throws {
        try await does("issue", "submit", issue, "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        try await does(
            "issue", "table", issue, "--meeting", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
    }
}
