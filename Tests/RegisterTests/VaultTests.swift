import Ledger
import Testing
import Words
import Workflow

@testable import Register

struct VaultTests {
    private let dco = Actor(person: "dco-north", roles: ["dco"])

    @Test func aSafeguardingDiversionLeavesNoNarrative() throws {
        let test = try TestRegister()
        let issue = try test.raise(["safeguarding": .text("unsure")])
        #expect(try test.holds("zebrafinch"))
        let diverted = try test.cause(
            "divert", on: issue.reference, "2019-12-02",
            ["destination": .text("childrens-services"), "external-reference": .text("CS-1")])
        #expect(diverted.state == "diverted")
        for secret in ["zebrafinch", "Quokka", "quokka", "Nine-month", "nine-month"] {
            #expect(try !test.holds(secret), "\(secret) is still in the file")
        }
        #expect(try test.holds("CS-1"))
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func nothingErasedComesBack() throws {
        let test = try TestRegister()
        let issue = try test.raise(["safeguarding": .text("yes")])
        try test.cause(
            "divert", on: issue.reference, "2019-12-02",
            ["destination": .text("police"), "external-reference": .text("P-1")])
        let diversion = try test.read { try $0.operations(limit: 1)[0] }
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "The safeguarding screen of \(issue.reference) is not clear, and a worry once recorded is not taken back.",
                    remedies: [.say("Divert it, if that has not been done.")])
            ])
        ) {
            try test.write("2019-12-02") { try $0.undo(diversion, as: $1) }
        }
        #expect(try test.read { try $0.item(issue.reference).state } == "diverted")
    }

    /// Rows of the look-up, which a check holds against the values.
    private func words(_ test: TestRegister) throws -> Int {
        try test.read { try $0.connection.row("SELECT count(*) AS count FROM vault_word")?.integer("count") ?? 0 }
    }

    @Test func aFamilyIsLookedUpByItsNameWhileItsIssueIsOpenInTheArea() throws {
        let test = try TestRegister()
        let issue = try test.raise([
            "name": .text("Mrs Ilse van der Merwe"), "child-name": .text("Zofia Łącka-Holt"),
        ])
        try test.raise(["name": .text("Family Numbat")])
        func found(_ word: String, in area: String = "north") throws -> Set<String> {
            try test.read { view in
                Set(try view.names(ofFamiliesIn: area, lookedUpBy: NameKeys.of(word)).map(\.reference))
            }
        }
        for word in ["Ilse", "vandermerwe", "MERWE", "lacka", "Holt", "zofialackaholt"] {
            #expect(try found(word) == [issue.reference], "\(word)")
        }
        #expect(try found("Mrs").isEmpty)
        #expect(try found("Ilse", in: "south").isEmpty)
        let all = try test.read { try $0.names(ofFamiliesIn: "north", lookedUpBy: NameKeys.of("holt")) }
        #expect(all.map(\.value).sorted() == ["Mrs Ilse van der Merwe", "Zofia Łącka-Holt"])
    }

    @Test func theWordsOfANameGoWithIt() throws {
        let test = try TestRegister()
        let before = try words(test)
        let issue = try test.raise(["safeguarding": .text("unsure"), "child-name": .text("Toby Quokka")])
        #expect(try words(test) > before)
        try test.cause(
            "divert", on: issue.reference, "2019-12-02",
            ["destination": .text("childrens-services"), "external-reference": .text("CS-1")])
        #expect(try words(test) == before)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func searchFindsSummariesAndDetails() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        let found = try test.read { view in
            let standing = try view.standing(of: TestRegister.dco)
            return try [["appointments"], ["zebrafinch"], ["zebra*"], ["therapy", "first"]].map {
                try view.search($0, as: standing, limit: 10).map(\.reference)
            }
        }
        #expect(found == Array(repeating: [issue.reference], count: 4))
    }

    @Test func searchNeverLooksAtContacts() throws {
        let test = try TestRegister()
        try test.raise()
        let found = try test.read { view in
            try view.search(["Quokka"], as: view.standing(of: TestRegister.dco), limit: 10)
        }
        #expect(found.isEmpty)
    }

    @Test func searchShowsTheDetailOnlyToThoseWhoMayReadIt() throws {
        let test = try TestRegister()
        try test.raise()
        func search(_ word: String, as person: Person) throws -> Int {
            try test.read { view in
                try view.search([word], as: view.standing(of: person), limit: 10).count
            }
        }
        #expect(try search("zebrafinch", as: TestRegister.dco) == 1)
        #expect(try search("zebrafinch", as: TestRegister.parentRep) == 0)
        #expect(try search("appointment", as: TestRegister.parentRep) == 1)
        #expect(try search("appointment", as: Person(id: "nobody", name: "Nobody")) == 0)
    }

    @Test func searchForgetsWhatWasReplaced() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        try test.cause("edit", on: issue.reference, "2019-12-03", ["detail": .text("A heron instead")])
        let found = try test.read { view in
            let standing = try view.standing(of: TestRegister.dco)
            return try ["zebrafinch", "heron"].map { try view.search([$0], as: standing, limit: 10).count }
        }
        #expect(found == [0, 1])
    }

    @Test func onlyThoseWithTheRoleReadContacts() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        let seen = try test.read { view in
            try [TestRegister.dco, TestRegister.parentRep, Person(id: "", name: "Nobody")].map {
                try view.seen(issue, as: view.standing(of: $0)).fields
            }
        }
        #expect(seen[0]["name"] == .text("Family Quokka"))
        #expect(seen[1]["name"] == nil)
        #expect(seen[1]["detail"] == nil)
        #expect(seen[1]["summary"] != nil)
        #expect(seen[2].isEmpty)
    }
}
