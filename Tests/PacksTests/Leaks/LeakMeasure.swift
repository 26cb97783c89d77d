import Foundation
import Testing
import Words
import Workflow

@testable import Packs

/// How good the search for leaks is, measured by sentences that were written before it, by somebody who did not know it.
@Suite struct LeakMeasure {
    private struct Row {
        let cells: [String]
        subscript(_ place: Int) -> String { cells[place] }
    }

    private func rows(_ name: String) throws -> [Row] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
            Row(cells: line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped))
        }
    }

    private func unescaped(_ cell: Substring) -> String {
        String(cell).replacing("\\n", with: "\n").replacing(/\\u\{([0-9A-Fa-f]+)\}/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    /// What the search finds in a text, with what is recorded about one issue.
    ///
    /// - Parameter issues: those that the paper is about; nil where it is none.
    private func findings(
        _ recorded: String, members: String, in text: String, of issues: Set<String>? = nil
    ) throws -> [PersonalFinding] {
        var secrets: [Secret] = []
        var published: [String] = []
        for pair in recorded == "-" ? [] : recorded.components(separatedBy: " | ") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            let kinds: [String: Secret.Kind] = [
                "name": .name, "child-name": .child, "contact": .contact, "setting": .place,
            ]
            switch parts[0] {
            case "public": published.append(parts[1])
            case "child-birth" where Day(iso: parts[1]) != nil:
                secrets.append(.birth(Samples.day(parts[1]), ref: "N-1", section: parts[0]))
            default: secrets.append(.words(parts[1], as: kinds[parts[0]] ?? .text, ref: "N-1", section: parts[0]))
            }
        }
        let places = [
            "Lancaster", "Wyre", "Fylde", "Preston", "Chorley", "South Ribble", "West Lancashire", "Burnley", "Pendle",
            "Rossendale", "Hyndburn", "Ribble Valley", "North LAP",
        ]
        var knowledge = PersonalSearch.Knowledge(
            try OrdinaryWords(data: Samples.data), words: places,
            members: members == "-"
                ? [] : members.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) },
            published: published
        )
        knowledge.issues = issues
        let search = PersonalSearch([SearchedText("the text", text)], knowledge)
        return search.findings(of: secrets) + search.patternFindings()
    }

    @Test func theSearchFindsWhatItCanAndStopsNothingInnocent() throws {
        var found = 0
        var asExpected = 0
        var hard = 0
        var missed: [String] = []
        let spellings = try rows("PersonalSpellings")
        for row in spellings {
            let findings = try findings(row[1], members: "", in: row[2])
            let isHard = findings.contains { $0.weight == .hard }
            if !findings.isEmpty { found += 1 }
            if row[3] == "hard" {
                hard += 1
                if isHard { asExpected += 1 }
            }
            if row[5] == "yes", row[3] == "hard" ? !isHard : findings.isEmpty { missed.append(row[0]) }
        }
        let innocents = try rows("InnocentSentences")
        let stopped = try innocents.filter { row in
            try findings(row[1], members: row[2], in: row[3]).contains { $0.weight == .hard }
        }.map { $0[0] }
        let suspected = try innocents.filter { row in
            try findings(row[1], members: row[2], in: row[3]).contains { $0.weight == .suspect }
        }.map { $0[0] }
        print(
            "leak search: \(found) of \(spellings.count) spellings found (\(asExpected) of \(hard) hard as expected), "
                + "\(stopped.count) of \(innocents.count) innocents stopped, \(suspected.count) to be looked at: \(suspected)"
        )
        #expect(spellings.count == 150 && innocents.count == 60)
        #expect(missed.count < 10, "\(missed)")
        #expect(stopped.isEmpty, "\(stopped)")
        #expect(suspected.count <= 8, "\(suspected)")
    }

    @Test func whatATrialFoundIsFoundAndWhatItStoppedIsLetStand() throws {
        let missed = try rows("TrialSpellings").filter { row in
            let found = try findings(row[1], members: "-", in: row[2])
            return row[3] == "hard" ? !found.contains { $0.weight == .hard } : found.isEmpty
        }.map { $0[0] }
        let stopped = try rows("TrialInnocents").filter { row in
            try findings(row[1], members: "-", in: row[2], of: ["N-2"]).contains { $0.weight == .hard }
        }.map { $0[0] }
        #expect(missed.isEmpty, "\(missed)")
        #expect(stopped.isEmpty, "\(stopped)")
    }

    @Test func aNameIsLookedUpByWhateverTellsItForCertain() throws {
        let ordinary = try OrdinaryWords(data: Samples.data)
        var told = 0
        let missed = try (rows("PersonalSpellings") + rows("TrialSpellings")).filter { row in
            let names = row[1].components(separatedBy: " | ").compactMap { pair -> (kind: Secret.Kind, name: String)? in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                let kinds: [String: Secret.Kind] = ["name": .name, "child-name": .child]
                return parts.first.flatMap { kinds[$0] }.map { ($0, parts[1]) }
            }
            let found = PersonalSearch([SearchedText("the text", row[2])], PersonalSearch.Knowledge(ordinary))
                .findings(of: names.map { .words($0.name, as: $0.kind, ref: "N-1", section: "name") })
            guard found.contains(where: { $0.weight == .hard && !$0.isSentence }) else { return false }
            told += 1
            let keys = SoughtText.nameKeys(of: [SoughtText(in: "N-2", "the text", row[2])], ordinary)
            return names.allSatisfy { NameKeys.of($0.name).isDisjoint(with: keys) }
        }.map { $0[0] }
        #expect(missed.isEmpty, "\(missed)")
        #expect(told > 60, "\(told)")
    }

    @Test func wordsOfPrivateMattersNearOneAnotherAreFound() throws {
        let titles = try rows("PrivateTitles")
        let innocents =
            try rows("InnocentSentences").map { ($0[0], $0[3]) } + rows("InnocentWords").map { ($0[0], $0[3]) }
        let knowledge = PersonalSearch.Knowledge(try OrdinaryWords(data: Samples.data))
        func told(_ title: String, in text: String) -> Bool {
            let secret = Secret.words(title, as: .mention, ref: "N-1", section: "title").about("N-1")
            return !PersonalSearch([SearchedText("the text", text)], knowledge).told(of: [secret]).isEmpty
        }
        let missed = titles.filter { $0[2] != "-" && !told($0[1], in: $0[2]) }.map { $0[0] }
        let beside = titles.filter { $0[3] != "-" }.map { ($0[0], $0[3]) }
        let stopped = (innocents + beside).filter { innocent in titles.contains { told($0[1], in: innocent.1) } }
            .map { $0.0 }
        print(
            "private matters: \(missed.count) of \(titles.count) missed, "
                + "\(stopped.count) of \(innocents.count + beside.count) innocents looked at: \(missed) \(stopped)")
        #expect(missed.count < 8, "\(missed)")
        #expect(stopped.count < 6, "\(stopped)")
    }

    @Test func shortFormsAreLookedAt() throws {
        let recorded = "name=Ngozi Okonkwo-Bright | child-name=Zebedee | child-birth=2016-03-04"
        for text in ["Zeb's mother was thanked.", "N.O.B. was there.", "He was born on 4.iii.2016."] {
            #expect(try !findings(recorded, members: "", in: text).isEmpty, "\(text)")
        }
        for text in ["The S.E.N. team met.", "Items 4.iii to 4.v were taken.", "Zone 3 is closed."] {
            #expect(try findings(recorded, members: "", in: text).isEmpty, "\(text)")
        }
    }

    @Test func whatOrdinaryWordsMeanIsNobodysAndWhoIsMeantIsLookedAt() throws {
        let innocents = try rows("InnocentWords")
        let found = try innocents.filter { row in
            try !findings(row[1], members: row[2], in: row[3]).isEmpty
        }.map { $0[0] }
        let telling = try rows("TellingWords")
        let missed = try telling.filter { row in
            try findings(row[1], members: "-", in: row[2]).isEmpty
        }.map { $0[0] }
        print(
            "ordinary words: \(found.count) of \(innocents.count) innocents to be looked at, "
                + "\(telling.count - missed.count) of \(telling.count) telling ones found")
        #expect(innocents.count == 30 && found.isEmpty, "\(found)")
        #expect(missed.isEmpty, "\(missed)")
    }
}
