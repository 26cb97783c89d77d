import Foundation
import Ledger
import Partnership
import Testing
import Workflow

@testable import Register

/// What was issued is on record, format by format, and is recalled as a whole.
@Suite struct IssuedPaperTests {
    private func paper(_ name: String, _ format: String, _ digit: String) -> NewPaper {
        NewPaper(
            name: "\(name).\(format)", format: format, contents: Data(digit.utf8))
    }

    /// A published agenda of 19 December, issued as two files.
    private func issued() throws -> TestRegister {
        let test = try TestRegister()
        try test.published()
        try issue(test, [paper("agenda", "html", "a"), paper("agenda", "pdf", "b")])
        return test
    }

    private func issue(
        _ test: TestRegister, _ papers: [NewPaper], from model: String = "m", on day: String = "2019-12-12"
    ) throws {
        try test.write(day) { operation, _ in
            try operation.issue(
                papers, setFrom: Data(model.utf8), of: "agenda", about: operation.view.item("north-2019-12-19"),
                edition: "public",
                mentioning: ["A-1", "N-1", "N-99"])
        }
    }

    private func recall(_ test: TestRegister, _ digit: String) throws -> [IssuedPaper] {
        try test.write("2019-12-13") { operation, _ in
            let digest = NewPaper.digest(of: Data(digit.utf8))
            let paper = try #require(try operation.view.issued(digest: digest))
            return try operation.recall(
                paper, because: "A zebrafinch is in it", body: "north", area: "north", at: "10am"
            ).papers
        }
    }

    private func all(_ test: TestRegister) throws -> [IssuedPaper] { try test.read { try $0.issued() } }

    @Test func onlyIssuesOfTheRegisterAreAmongWhatAPaperNames() throws {
        #expect(try all(issued()).map(\.cites) == [["N-1"], ["N-1"]])
    }

    /// What was set before an erasure brings nothing back of what is gone.
    @Test func aPaperThatWasSetBeforeAFileWasErasedIsNotIssued() throws {
        let test = try issued()
        try test.schedule("north", "2020-01-14", on: "2019-12-12")
        try test.write("2019-12-12") { operation, standing in
            let given: [String: Value] = [
                "meeting": .text("north-2020-01-14"), "under": .text("11"), "title": .text("A post"),
            ]
            let matter = try operation.begin("matter", by: "add", given: given, as: standing).item
            try operation.attach([AttachedFile(named: "a.pdf", contents: Data("%PDF-1.4".utf8))], to: matter)
        }
        let file = try #require(try test.read { try $0.attachedFile(named: "m-1-paper-1.pdf")?.file })
        let model = "m \(file.digest)"
        try issue(test, [paper("laid", "pdf", "d"), paper("laid", "html", "e")], from: model)
        let holder = try #require(try test.read { try $0.issued(holding: file) }.first)
        #expect(holder.name == "laid.pdf")
        try test.write("2019-12-13") { operation, _ in try operation.erase(file) }
        #expect(try all(test).filter(\.isErased).map(\.name) == ["laid.pdf"])
        #expect(throws: RegisterError.self) {
            try issue(test, [paper("laid", "pdf", "f")], from: model, on: "2019-12-13")
        }
        #expect(try test.read { try $0.contents(NewPaper.digest(of: Data("f".utf8))) } == nil)
    }

    @Test func theSameFileIsIssuedOnce() throws {
        let test = try issued()
        try issue(test, [paper("agenda", "html", "a"), paper("agenda", "pdf", "c")], on: "2019-12-13")
        #expect(try all(test).map(\.digest) == ["a", "b", "c"].map { NewPaper.digest(of: Data($0.utf8)) })
    }

    @Test func everyFormatAndEveryVersionOfItIsRecalled() throws {
        let test = try issued()
        try issue(test, [paper("agenda", "html", "c")], on: "2019-12-13")
        try issue(test, [paper("other", "html", "d")], from: "n", on: "2019-12-13")
        #expect(try recall(test, "b").map(\.digest) == ["a", "b", "c"].map { NewPaper.digest(of: Data($0.utf8)) })
        #expect(try all(test).map(\.breach) == ["B-1", "B-1", "B-1", nil])
        let item = try test.item("B-1")
        #expect(item.breach.knownOn == TestRegister.day("2019-12-13") && item.breach.knownAt == "10am")
        #expect(item.breach.issues == ["N-1"] && item.due?.on == TestRegister.day("2019-12-16"))
        #expect(try test.stored(outsideTheVault: "zebrafinch is in it").isEmpty)
    }

    @Test func whatReplacesItIsOnRecordFormatByFormat() throws {
        let test = try issued()
        _ = try recall(test, "a")
        try issue(test, [paper("agenda-corrected-1", "html", "e")], from: "n", on: "2019-12-14")
        #expect(try all(test).map(\.correctedBy) == ["agenda-corrected-1.html", nil, nil])
    }

    @Test func theVeryFileThatWasRecalledIsNotIssuedAgain() throws {
        let test = try issued()
        _ = try recall(test, "a")
        #expect(throws: RegisterError.self) { try issue(test, [paper("agenda", "html", "a")], on: "2019-12-14") }
    }

    @Test func formatsAskedOneAfterTheOtherAreOnePaperAndWhatIsNewIsTheNext() throws {
        let test = try issued()
        try issue(test, [paper("agenda", "docx", "c")], on: "2019-12-13")
        try issue(test, [paper("agenda", "html", "d")], from: "n", on: "2019-12-13")
        #expect(try all(test).map(\.number) == [1, 1, 1, 2])
        // What comes back as it was before is issued again, and kept once.
        try issue(test, [paper("agenda", "html", "a")], on: "2019-12-14")
        #expect(try all(test).map(\.number) == [1, 1, 1, 2, 3])
        try test.read { view in
            #expect(try view.connection.row("SELECT count(*) AS count FROM content")?.integer("count") == 6)
            let standing = try view.standing("agenda", about: view.item("north-2019-12-19"), edition: "public")
            #expect(try standing.map { try view.contents($0.digest) } == [Data("a".utf8)])
            #expect(try view.check().problems == [])
        }
    }

    @Test func wordsAreTakenOutOfAPaperForGood() throws {
        let test = try issued()
        func redact(_ new: String?) throws {
            try test.write("2019-12-13") { operation, _ in
                try operation.redact(#require(operation.view.issuedModels().first), to: new.map { Data($0.utf8) })
            }
        }
        try redact("the rest")
        try test.read { view in
            let papers = try view.issued()
            #expect(papers.map(\.redacted) == [1, 1] && papers.allSatisfy(\.isErased))
            #expect(try papers.map { try view.contents($0.digest) } == [nil, nil])
            #expect(try view.contents(papers[0].model) == Data("the rest".utf8))
            #expect(try view.check().problems == [])
        }
        let last = try test.read { try $0.operations(limit: 1)[0] }
        #expect(throws: RegisterError.self) { try test.write("2019-12-14") { try $0.undo(last, as: $1) } }
        // The very same does not come back, and what is set from the rest is of the same paper.
        #expect(throws: RegisterError.self) { try issue(test, [paper("agenda", "html", "a")], from: "the rest") }
        try issue(test, [paper("agenda", "html", "e")], from: "the rest", on: "2019-12-14")
        #expect(try all(test).map(\.number) == [1, 1, 1] && all(test).map(\.redacted) == [1, 1, 1])
        try redact(nil)
        #expect(try test.read { try $0.issuedModels().count } == 0)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func whatWasIssuedAndRecalledIsRebuiltFromTheJournal() throws {
        let test = try issued()
        _ = try recall(test, "a")
        try issue(test, [paper("agenda-corrected-1", "html", "e")], from: "n", on: "2019-12-14")
        #expect(try test.read { try $0.check().problems } == [])
    }
}
