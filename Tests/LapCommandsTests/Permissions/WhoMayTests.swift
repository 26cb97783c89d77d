import Foundation
import Testing

@testable import LapCommands

/// Walks the tables written by hand, every line as every person, against the program itself. All differences are told at
/// once.
@Suite("Who may")
struct WhoMayTests {
    /// How one try differs from what the table says.
    private struct Difference: Sendable {
        let line: Int
        let subject: String
        let seat: String
        /// `may not, but: exit 0`.
        let kind: String
    }

    @Test func whatTheDeedsAreTriedOnCanBePrepared() async throws {
        let troubles = try await EveryState.shared().troubles
        #expect(troubles.isEmpty, "\n\(troubles.joined(separator: "\n"))")
    }

    @Test func everybodyMayWhatTheTableSaysAndNothingElse() async throws {
        let state = try await EveryState.shared()
        let lines = try ExpectedTable("ExpectedDeeds.txt", seatsIn: 1).lines
        let lanes = 2
        let differences = try await withThrowingTaskGroup(of: [Difference].self) { group in
            for lane in 0..<lanes {
                let share = lines.enumerated().filter { $0.offset % lanes == lane }.map(\.element)
                group.addTask { try await WhoMayTests.tried(share, state) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        WhoMayTests.report(differences, of: lines.count * Seatholder.all.count)
    }

    @Test func everybodyReadsWhatTheTableSaysAndNothingElse() async throws {
        let state = try await EveryState.shared()
        let lines = try ExpectedTable("ExpectedSections.txt", seatsIn: 2).lines
        let lanes = 2
        let differences = try await withThrowingTaskGroup(of: [Difference].self) { group in
            for lane in 0..<lanes {
                let share = Seatholder.all.enumerated().filter { $0.offset % lanes == lane }.map(\.element)
                group.addTask { try await WhoMayTests.read(lines, by: share, state) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        WhoMayTests.report(differences, of: lines.count * Seatholder.all.count)
    }

    /// Tries every line as everybody. Whatever a try changes is put back before the next.
    private static func tried(_ lines: [ExpectedTable.Line], _ state: EveryState) async throws -> [Difference] {
        let scratch = try Scratch(copying: state.scratch)
        let untouched = try scratch.bytes()
        var differences: [Difference] = []
        for line in lines {
            func differs(_ seat: String, _ kind: String) {
                differences.append(Difference(line: line.number, subject: line.subject[0], seat: seat, kind: kind))
            }
            guard let words = state.words(line.subject[0]) else {
                differs("everybody", "could not be tried: what it names was not prepared")
                continue
            }
            let isUpgrade = words.starts(with: ["workflow", "upgrade"])
            if isUpgrade { try scratch.putNewerWorkflow() }
            for person in Seatholder.all {
                // A backup is packed by a program.
                let status = await scratch.run(
                    words + ["--as", person.name], environment: ["PATH": "/usr/bin:/bin"]
                ).status
                let isChanged = try scratch.bytes() != untouched
                if isChanged { try scratch.put(back: untouched) }
                if line.seats.contains(person.seat) {
                    // 64 to 66, 70 and 78 are no refusals: the line or the program is wrong. 73 is: a copy was written before.
                    if ![0, 1, 73].contains(status) { differs(person.seat, "may,     but: exit \(status)") }
                } else if status != 77, !(line.refusedSomehow.contains(person.seat) && status == 1) {
                    differs(person.seat, "may not, but: exit \(status)\(isChanged ? ", changed" : "")")
                } else if isChanged {
                    differs(person.seat, "may not, but: exit \(status) and changed")
                }
            }
            if isUpgrade { try scratch.removeWorkflows() }
        }
        return differences
    }

    /// Runs everything that shows something as some people, and looks for the word of each section in it.
    private static func read(
        _ lines: [ExpectedTable.Line], by people: [Seatholder], _ state: EveryState
    ) async throws -> [Difference] {
        let scratch = try Scratch(copying: state.scratch)
        var differences: [Difference] = []
        for person in people {
            var shown: [(command: String, text: String)] = []
            for command in ShowingCommand.all {
                guard let words = state.words(command.line) else { continue }
                let ran = await scratch.run(words + ["--as", person.name])
                // What is refused must tell nothing either.
                shown.append((command.line, (ran.output + ran.complaints).lowercased()))
            }
            for line in lines {
                let (what, section) = (line.subject[0], line.subject[1])
                let marks = EveryState.marks(what, section).map { $0.lowercased() }
                let places = shown.filter { command, text in
                    ShowingCommand.tells(command, of: what, section) && marks.contains { text.holds($0) }
                }
                let mayRead = line.seats.contains(person.seat)
                guard places.isEmpty == mayRead, !(mayRead && line.isAtMost) else { continue }
                differences.append(
                    Difference(
                        line: line.number, subject: "\(what) | \(section)", seat: person.seat,
                        kind: mayRead
                            ? "reads it,    but is not shown it"
                            : "must not read it, but: \(places.map(\.command).prefix(2).joined(separator: "; "))"))
            }
        }
        return differences
    }

    /// One issue for the whole walk: the lines that differ, and who differs in the same way.
    private static func report(_ differences: [Difference], of tries: Int) {
        guard !differences.isEmpty else { return }
        var text = "\n\(differences.count) of \(tries) tries differ from the table.\n"
        let seats = Seatholder.all.map(\.seat)
        for (line, found) in Dictionary(grouping: differences, by: \.line).sorted(by: { $0.key < $1.key }) {
            text += "\nline \(line): \(found[0].subject.prefix(100))\n"
            for (kind, alike) in Dictionary(grouping: found, by: \.kind).sorted(by: { $0.key < $1.key }) {
                let who = seats.filter { seat in alike.contains { $0.seat == seat } }
                text += "    \(kind)  <-  \(who.isEmpty ? "everybody" : who.joined(separator: " "))\n"
            }
        }
        Issue.record(Comment(rawValue: text))
    }
}

extension Scratch {
    /// Gives the register a workflow of its own that differs from the one its meetings are under.
    fileprivate func putNewerWorkflow() throws {
        let shipped = try String(
            contentsOf: Scratch.checkout.appending(path: "Workflows/meeting.yaml"), encoding: .utf8)
        try FileManager.default.createDirectory(at: workflows, withIntermediateDirectories: true)
        try shipped.replacing("title: Venue", with: "title: Place").write(
            to: workflows.appending(path: "meeting.yaml"), atomically: true, encoding: .utf8)
    }

    fileprivate func removeWorkflows() throws { try FileManager.default.removeItem(at: workflows) }

    private var workflows: URL { folder.appending(path: ".lap/workflows") }
}

extension String {
    /// A word stands in it that neither continues before nor after.
    fileprivate func holds(_ word: String) -> Bool {
        var rest = self[...]
        while let found = rest.range(of: word) {
            let before = found.lowerBound > startIndex ? self[index(before: found.lowerBound)] : " "
            let after = found.upperBound < endIndex ? self[found.upperBound] : " "
            if !before.isLetter, !before.isNumber, !after.isLetter, !after.isNumber { return true }
            rest = self[found.upperBound...]
        }
        return false
    }
}

extension Scratch {
    /// Puts the register back as it was, and takes away what stands beside it and tells of what came after.
    fileprivate func put(back bytes: Data) throws {
        try bytes.write(to: register)
        try? FileManager.default.removeItem(at: folder.appending(path: ".lap/opened"))
    }
}
