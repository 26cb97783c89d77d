import Foundation
import Partnership
import Testing
import Workflow

@testable import Packs

/// A pack that holds a personal detail is not written (rule R9).
@Suite struct LeakRefusalTests {
    private static let secret = Secret.words("Zofia Lacka", as: .name, ref: "N-9", section: "name")

    private func files(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// In a folder of its own, never the one that stays to be looked at.
    private func withFolder(_ work: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await work(folder)
    }

    private func leaks(
        _ pack: Pack, formats: [PackWriter.Format], to folder: String, secrets: [Secret], allowed: [String] = []
    ) async throws -> [PersonalFinding] {
        do {
            _ = try await PackWriter(data: Samples.data).write(
                pack, edition: .public, formats: formats, to: folder,
                guarding: Samples.guarding(secrets, allowed: allowed))
            return []
        } catch PackProblem.found(_, _, let found, _) where found.contains(where: { $0.weight == .hard }) {
            return found.filter { $0.weight == .hard }
        }
    }

    /// Whoever mends a paper that may not be written is told in the same breath what would stop it next.
    @Test func whatIsToBeLookedAtIsToldBesideWhatMayNotBeWritten_R9() async throws {
        var papers = Samples.meeting
        papers.agenda[0].title = "Zofia Lacka waits"
        papers.agenda[1].title = "A call with 9434765918"
        try await withFolder { folder in
            func problem() async throws -> PackProblem? {
                do {
                    _ = try await PackWriter(data: Samples.data).write(
                        .agenda(papers), edition: .public, formats: [.html], to: folder,
                        guarding: Samples.guarding([Self.secret]))
                    return nil
                } catch let problem as PackProblem {
                    return problem
                }
            }
            let both = try #require(try await problem())
            #expect(Set(both.findings.map(\.weight)) == [.hard, .suspect])
            #expect(both.sentence.contains("may not show: N-9") && both.sentence.contains("look at these words too: "))
            #expect(both.remedies.contains { $0 == .deed("release-word", on: papers.ref) })
            papers.agenda[0].title = "Somebody waits"
            let one = try #require(try await problem())
            #expect(one.sentence.hasPrefix("nothing was issued"), "\(one.sentence)")
        }
    }

    @Test(arguments: [[PackWriter.Format.html], [.pdf], [.html, .pdf]])
    func aPackWithAPersonalDetailIsNotWritten_R9(_ formats: [PackWriter.Format]) async throws {
        var papers = Samples.heldMeeting
        papers.minutes[1].discussed = "Then Zofia\nLa\u{328}cka’s mother spoke."
        try await withFolder { folder in
            let leaks = try await leaks(.minutes(papers), formats: formats, to: folder, secrets: [Self.secret])
            #expect(Set(leaks.map(\.issue)) == ["N-9"])
            #expect(files(folder).isEmpty)
        }
    }

    @Test func whatStandsInTheSameWordsInSeveralPlacesIsToldOnce_R9() async throws {
        var papers = Samples.meeting
        papers.agenda[0].title = "Zofia Lacka waits"
        papers.agenda[0].note = "Zofia Lacka waits"
        papers.actions[0].text = "Ring Zofia Lacka at home"
        try await withFolder { folder in
            let leaks = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [Self.secret])
            #expect(leaks.count == 3)
            let told = leaks.sentences
            #expect(told.count == 2, "\(told)")
            #expect(told.contains { $0.components(separatedBy: "; ").count == 2 && $0.contains("waits") }, "\(told)")
        }
    }

    @Test func aDetailInAnyPlaceOfThePapersIsFound_R9() async throws {
        let changes: [(inout MeetingPapers) -> Void] = [
            { $0.venue = "At Zofia Lacka’s" }, { $0.joining = "Ask Zofia Lacka" },
            { $0.agenda[0].title = "Zofia Lacka" }, { $0.agenda[0].note = "Zofia Lacka" },
            { $0.actions[0].text = "Ring Zofia Lacka" },
            { $0.actions[0].dueHistory[0].reason = "Zofia Lacka was away" },
            { $0.answers[0].impact = "Zofia Lacka is glad" }, { $0.background[0].title = "Letter of Zofia Lacka" },
            { $0.agenda[0].lateReason = "Zofia Lacka" }, { $0.nextDates[0].venue = "Zofia Lacka’s" },
            { $0.agenda[6].issue?.tried = "Zofia Lacka" },
        ]
        for change in changes {
            var papers = Samples.meeting
            change(&papers)
            try await withFolder { folder in
                let leaks = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [Self.secret])
                #expect(Set(leaks.map(\.kind)) == ["name"])
                #expect(files(folder).isEmpty)
            }
        }
    }

    /// The public edition leaves it out; that stops nothing.
    @Test func whatWordsWereTakenOutOfStopsNoPaper() async throws {
        var papers = Samples.meeting
        let item = try #require(papers.agenda.firstIndex { $0.number == "8.2" })
        papers.agenda[item].lateReason = "\(PackGuard.removed) wrote on Monday and asked for all of it"
        try await withFolder { folder in
            let leaks = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [])
            #expect(leaks.isEmpty, "\(leaks)")
        }
    }

    @Test func aDetailInThePDFsBookmarksAndTitleIsFound_R9() async throws {
        try await Self.searchPDF { texts in
            #expect(texts.contains { $0.place == "the PDF’s bookmarks and labels" && $0.text.contains("Issue sheets") })
            #expect(
                texts.contains {
                    $0.place == "the PDF’s metadata" && $0.text.contains("North LAP agenda, 14 January 2020")
                })
        }
    }

    @Test func aPatternInFreeTextStopsThePackToo_R9() async throws {
        var papers = Samples.meeting
        papers.agenda[0].note = "Ring 01632 960 999"
        try await withFolder { folder in
            let leaks = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [])
            #expect(leaks.map(\.kind).contains("a telephone number"))
            let none = try await self.leaks(
                .agenda(papers), formats: [.html], to: folder, secrets: [], allowed: ["01632960999"])
            #expect(none.isEmpty)
        }
    }

    @Test func aPartTwoTextThatComesInByAnotherWayStopsThePublicPack_R10() async throws {
        var papers = Samples.heldMeeting
        papers.minutes[0].discussed = "The chair said that a supplier of equipment is about to lose its contract."
        try await withFolder { folder in
            let found = try await leaks(.minutes(papers), formats: [.html], to: folder, secrets: [])
            #expect(found.map(\.issue).contains("N-5"))
            #expect(files(folder).isEmpty)
        }
    }

    @Test func aVenuesPostcodeIsPublished() async throws {
        var papers = Samples.meeting
        papers.venue = "A primary school, Lancaster LA1 1YN"
        papers.joining = "Or ring 01632 960 555 and listen."
        try await withFolder { folder in
            let none = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [])
            #expect(none.isEmpty)
            // But not when it is somebody's own number.
            let secret = Secret.words("01632960555", as: .contact, ref: "N-2", section: "contact")
            let found = try await leaks(.agenda(papers), formats: [.html], to: folder, secrets: [secret])
            #expect(Set(found.map(\.issue)) == ["N-2"])
        }
    }

    @Test func aRefusalLeavesWhatWasIssuedBefore_R9() async throws {
        try await withFolder { folder in
            let writer = PackWriter(data: Samples.data)
            let old = try await writer.write(
                .agenda(Samples.meeting), edition: .public, formats: [.html], to: folder, guarding: Samples.guarding())
            #expect(files(folder) == ["north-2020-01-14-agenda-public.html"])
            #expect(old.files.map(\.path) == ["\(folder)/north-2020-01-14-agenda-public.html"])
            try Data().write(to: URL(filePath: "\(folder)/other.html"))
            let secret = Secret.words("withdrawn a week before term", as: .passage, ref: "N-2", section: "detail")
            #expect(
                try await leaks(.agenda(Samples.meeting), formats: [.html], to: folder, secrets: [secret]).isEmpty
                    == false)
            #expect(files(folder) == ["north-2020-01-14-agenda-public.html", "other.html"])
            #expect(try Data(contentsOf: URL(filePath: old.files[0].path)).count == old.files[0].size)
        }
    }

    @Test func aDraftSaysSoAndLiesBesideWhatWasIssued() async throws {
        try await withFolder { folder in
            let writer = PackWriter(data: Samples.data)
            for stage in [PackStage.issued, .draft] {
                _ = try await writer.write(
                    .agenda(Samples.meeting), edition: .public, stage: stage, formats: [.html, .pdf], to: folder,
                    guarding: Samples.guarding())
            }
            let name = "north-2020-01-14-agenda-public"
            #expect(files(folder) == ["\(name)-draft.html", "\(name)-draft.pdf", "\(name).html", "\(name).pdf"])
            let reader = try PDFText(environment: ProcessInfo.processInfo.environment)
            for (file, isDraft) in [("\(name)-draft", true), (name, false)] {
                let html = try String(contentsOfFile: "\(folder)/\(file).html", encoding: .utf8)
                let pdf = try await reader.texts("\(folder)/\(file).pdf")[0].text
                #expect(html.contains("Draft. Not issued.") == isDraft)
                #expect(pdf.contains("Draft. Not issued.") == isDraft)
            }
        }
    }

    @Test func whatAKilledRunLeftIsSwept() async throws {
        try await withFolder { folder in
            // As it stands in the moment of the kill: marked, and nobody's any more.
            let name = ".lap-pack-\(UUID().uuidString)"
            let left = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
            try Data("unsearched".utf8).write(to: URL(filePath: "\(left)/pack.html"))
            try Data(name.utf8).write(to: URL(filePath: "\(left)/.lap-working"))
            let empty = "\(folder)/.lap-pack-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
            let working = try WorkingFolder(in: folder)
            let mode = try FileManager.default.attributesOfItem(atPath: working.path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            let other = try WorkingFolder(in: folder)
            #expect(files(folder).count == 2)
            other.remove()
            working.remove()
            #expect(files(folder).isEmpty)
        }
    }

    /// What only looks like one of ours is somebody's own.
    @Test(arguments: [".lap-pack-left", ".lap-pack-\(UUID().uuidString)", ".lap-pack-"])
    func whatIsSomebodysOwnIsNotSwept(name: String) async throws {
        try await withFolder { folder in
            let own = "\(folder)/\(name)"
            for mark in [nil, "", ".lap-pack-\(UUID().uuidString)"] {
                try FileManager.default.createDirectory(atPath: "\(own)/below", withIntermediateDirectories: true)
                try Data("a thesis".utf8).write(to: URL(filePath: "\(own)/below/file"))
                if let mark { try Data(mark.utf8).write(to: URL(filePath: "\(own)/.lap-working")) }
                try WorkingFolder(in: folder).remove()
                #expect(FileManager.default.fileExists(atPath: "\(own)/below/file"))
            }
        }
    }

    @Test func aHitNamesItemPageAndTheWordsAround() async throws {
        var papers = Samples.heldMeeting
        papers.minutes[1].discussed = "The chair said that the Lacka twins share an escort."
        try await withFolder { folder in
            let found = try await leaks(.minutes(papers), formats: [.pdf], to: folder, secrets: [Self.secret])
            let leak = try #require(found.first)
            #expect(leak.reference == papers.ref)
            #expect(leak.place == "item \(papers.minutes[1].number), discussed")
            #expect(leak.page != nil)
            #expect(leak.around == "… chair said that the L••• twins share an escort")
        }
    }

    @Test func theRegistersOwnWordsAreLeftOutByPlace() async throws {
        var papers = Samples.heldMeeting
        let secrets = [
            Secret.words("Parent Rep North", as: .name, ref: "N-9", section: "name"),
            .birth(papers.date, ref: "N-9", section: "date of birth"),
        ]
        try await withFolder { folder in
            let none = try await leaks(.minutes(papers), formats: [.pdf], to: folder, secrets: secrets)
            #expect(none.isEmpty)
            papers.minutes[1].discussed = "The child was born on \(papers.date.words)."
            let found = try await leaks(.minutes(papers), formats: [.html], to: folder, secrets: secrets)
            #expect(found.map(\.kind).contains("date of birth"))
        }
    }

    @Test func whatIsSuspectStopsIssuingUntilItIsReleased() async throws {
        var papers = Samples.heldMeeting
        let text = "Price was told that the panel had not met."
        papers.minutes[1].discussed = text
        var guarding = try Samples.guarding([.words("Mrs Sandra Price", as: .name, ref: "N-9", section: "name")])
        try await withFolder { folder in
            let writer = PackWriter(data: Samples.data)
            let draft = try await writer.write(
                .minutes(papers), edition: .public, stage: .draft, formats: [.html], to: folder, guarding: guarding)
            #expect(draft.suspects.map(\.around) == ["P••• was told that the …"])
            await #expect(throws: PackProblem.self) {
                try await writer.write(
                    .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
            }
            // Looked at in another place, it is still to be looked at here.
            for (field, isIssued) in [("item 8.2, discussed", false), ("item 8.1, discussed", true)] {
                guarding.released = [
                    ReleasedWord(paper: papers.ref, words: "price", text: text, reference: papers.ref, field: field)
                ]
                let made = try? await writer.write(
                    .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
                #expect((made != nil) == isIssued, "\(field)")
            }
            let issued = try await writer.write(
                .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
            #expect(issued.files.count == 1)
            papers.minutes[1].discussed = text + " Price rang."
            await #expect(throws: PackProblem.self) {
                try await writer.write(
                    .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
            }
        }
    }

    @Test func aSentenceThatAnOpenFieldSaysTooIsNoLeak() async throws {
        var papers = Samples.heldMeeting
        let told = "The bus company stopped the route without a word"
        papers.minutes[1].discussed = "\(told)."
        var guarding = try Samples.guarding([.words("\(told). We cried.", as: .text, ref: "N-9", section: "detail")])
        try await withFolder { folder in
            let writer = PackWriter(data: Samples.data)
            await #expect(throws: PackProblem.self) {
                try await writer.write(
                    .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
            }
            guarding.openTexts = { _ in ["N-9": ["\(told)!"]] }
            let written = try await writer.write(
                .minutes(papers), edition: .public, formats: [.html], to: folder, guarding: guarding)
            #expect(written.files.count == 1)
        }
    }

    static func searchPDF(_ look: ([WrittenText]) throws -> Void) async throws {
        try await PackFilesTests.withFolder { folder in
            let written = try await PackWriter(data: Samples.data).write(
                .agenda(Samples.meeting), edition: .public, formats: [.pdf], to: folder, guarding: Samples.guarding())
            let reader = try PDFText(environment: ProcessInfo.processInfo.environment)
            try look(try await reader.texts(written.files[0].path))
        }
    }

    // A member's name stands as a member's in the minutes of the meeting that they belonged to, and nowhere else.

    private func suspects(_ pack: Pack, members: [String]) throws -> [String] {
        try Samples.guarding([], members: members).suspects(in: pack).filter { $0.kind == "a member’s name" }
            .map(\.place)
    }

    @Test func aMemberWhoBelongedToTheMeetingMaySpeakInItsMinutes() throws {
        let members = ["Amina Khan", "Mary Ann Fielding", "Zofia Lacka", "Ruth Marsden"]
        func papers(_ text: String) -> MeetingPapers {
            var papers = Samples.heldMeeting
            papers.attendance += [
                AttendanceLine(person: PapersPerson(name: "Amina Khan"), status: .present),
                AttendanceLine(
                    person: PapersPerson(name: "Mary Ann Fielding"), status: .deputised,
                    deputyFor: PapersPerson(name: "Ruth Marsden")),
            ]
            papers.minutes[1].discussed = text
            return papers
        }
        let place = "item 8.1, discussed"
        for text in [
            "The chair thanked Amina Khan.", "Mary Ann Fielding reported that the wait had grown.",
            "Mary Fielding agreed.", "Apologies came from Ruth Marsden.",
        ] {
            #expect(try suspects(.minutes(papers(text)), members: members).isEmpty, "\(text)")
        }
        // Somebody who was not there, half of a name, and another whose first name is a member's.
        for text in [
            "Zofia Lacka said that her son waits.", "Ann Fielding waits.", "The family of Amina and Zofia Lacka waits.",
        ] {
            #expect(try suspects(.minutes(papers(text)), members: members) == [place], "\(text)")
        }
        // Outside of the minutes it is looked at.
        var agenda = papers("Taken")
        agenda.agenda[0].note = "Ask Amina Khan"
        agenda.actions[0].text = "Amina Khan writes to the supplier"
        #expect(try suspects(.agenda(agenda), members: members).sorted() == ["action", "item 1, note"])
    }

    @Test func aRaisersNameIsFoundInMinutesThoughAMemberIsSoCalled() throws {
        var papers = Samples.heldMeeting
        papers.attendance.append(AttendanceLine(person: PapersPerson(name: "Amina Khan"), status: .present))
        papers.minutes[1].discussed = "Amina Khan said that her son waits. The Khan family waits."
        let secret = Secret.words("Amina Khan", as: .name, ref: "N-9", section: "name")
        let found = try Samples.guarding([secret], members: ["Amina Khan"]).suspects(in: .minutes(papers))
        #expect(found.contains { $0.issue == "N-9" })
    }

    @Test func whatReplacesARecalledPaperTakesThePlaceOfItsDraft() async throws {
        try await withFolder { folder in
            let correction = PackCorrection(
                number: 1, replaces: Samples.day("2020-01-06"), made: Samples.day("2020-01-08"))
            for (stage, name) in [(PackStage.draft, "-corrected-1-draft"), (.issued, "-corrected-1")] {
                _ = try await PackWriter(data: Samples.data).write(
                    .agenda(Samples.meeting), edition: .public, stage: stage, correction: correction, formats: [.html],
                    to: folder, guarding: Samples.guarding([]))
                #expect(files(folder) == ["north-2020-01-14-agenda-public\(name).html"])
            }
        }
    }
}
