import Testing

@testable import Workflow

struct OptionsTests {
    let definition: Definition
    let begun: Item

    init() throws {
        definition = try Samples.definition()
        let decision = definition.decide("begin", on: Item(), given: ["title": .text("A")], in: Samples.setting())
        begun = try #require(decision.change?.item)
    }

    private func option(_ event: String, _ item: Item, _ setting: Setting = Samples.setting()) throws -> Option {
        try #require(definition.options(for: item, in: setting).first { $0.event.name == event })
    }

    @Test func listsEveryEventOnceInTheOrderOfTheFile() {
        let names = definition.options(for: begun, in: Samples.setting()).map(\.event.name)
        #expect(names == ["begin", "wait", "resume", "finish", "rest"])
    }

    @Test func doesNotRefuseForWhatIsStillToBeGiven() throws {
        let option = try option("wait", begun)
        guard case .open(let asks) = option.verdict else {
            Issue.record("refused")
            return
        }
        #expect(asks.map(\.field) == ["reason", "meeting"])
        #expect(option.provided.map(\.otherwise) == ["Too late."])
    }

    @Test func refusesForWhatNothingGivenCouldChange() throws {
        var item = begun
        item.fields["count"] = .number(2)
        guard case .refused(let reasons) = try option("wait", item).verdict else {
            Issue.record("open")
            return
        }
        #expect(reasons.map(\.code) == ["R1"])
    }

    @Test func refusesForStateAndRole() throws {
        guard case .refused(let reasons) = try option("resume", begun, Samples.setting(as: [])).verdict else {
            Issue.record("open")
            return
        }
        #expect(reasons.map(\.kind) == [.state, .role])
    }

    @Test func settlesWhatTheRecordSettles() throws {
        guard case .open(let asks) = try option("begin", Item()).verdict else {
            Issue.record("refused")
            return
        }
        guard case .requiredWhen = try #require(asks.first { $0.field == "until" }).requirement else {
            Issue.record("settled although the level is still to be given")
            return
        }
        #expect(asks.first { $0.field == "title" }?.requirement == .required)
    }

    /// What is shown as refused is refused, whatever is given.
    @Test func agreesWithTheKernel() throws {
        for state in [nil, "open", "waiting", "done"] {
            for roles in [["clerk"], ["boss"], ["system"], []] {
                var item = begun
                item.state = state
                let setting = Samples.setting(as: roles)
                for option in definition.options(for: item, in: setting) {
                    guard case .refused = option.verdict else { continue }
                    let given: [String: Value] = ["title": .text("A"), "reason": .text("x"), "resting": .flag(true)]
                    let asked = given.filter { option.event.ask($0.key) != nil }
                    #expect(definition.decide(option.event.name, on: item, given: asked, in: setting).change == nil)
                }
            }
        }
    }
}
