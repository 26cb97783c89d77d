import Partnership
import Testing

@testable import ProfileFile

@Suite("The profile of Lancashire")
struct LancashireTests {
    @Test func hasThreeAreasAndTwoWithoutALapWithTheirLettersAndDistricts() throws {
        let profile = try Shipped.lancashire()
        #expect(profile.areas.map(\.letter) == ["N", "S", "E", "P", "W"])
        #expect(profile.areas.filter { profile.lap(ofArea: $0.id) == nil }.map(\.letter) == ["P", "W"])
        let districts = Dictionary(grouping: profile.districts, by: \.area).mapValues { $0.map(\.title) }
        #expect(districts["north"] == ["Lancaster", "Wyre", "Fylde"])
        #expect(districts["east"] == ["Burnley", "Pendle", "Rossendale", "Hyndburn", "Ribble Valley"])
        #expect(districts["blackpool"] == ["Blackpool"])
        #expect(districts["blackburn-with-darwen"] == ["Blackburn with Darwen"])
        #expect(districts["south"] == ["Preston", "Chorley", "South Ribble", "West Lancashire"])
    }

    @Test func hasALapForEachAreaAndOneBoard() throws {
        let profile = try Shipped.lancashire()
        #expect(
            profile.areas.compactMap { profile.lap(ofArea: $0.id)?.title } == ["North LAP", "South LAP", "East LAP"])
        #expect(profile.bodies.filter { $0.kind == .board }.map(\.id) == ["board"])
    }

    @Test func asksOfALapAChairAndOneOfEachPartner() throws {
        let quorum = try #require(try Shipped.lancashire().body("north")).quorum
        #expect(quorum == [["chair"], ["parent-rep"], ["health"], ["education"], ["local-authority"]])
    }

    @Test func aimsAtNineTenthsOfTheBoard() throws {
        let profile = try Shipped.lancashire()
        #expect(profile.body("board")?.attendanceTarget == 90)
        #expect(profile.body("north")?.attendanceTarget == nil)
    }

    @Test func hasTheFifteenItemsOfALapAndOfTheBoard() throws {
        let profile = try Shipped.lancashire()
        let lap = try #require(profile.body("east")).agenda
        #expect(lap.count == 15)
        #expect(lap.map(\.minutes).reduce(0, +) == 120)
        #expect(lap[3].feed == .actions && lap[7].feed == .newIssues && lap[8].feed == .carried)
        let board = try #require(profile.body("board")).agenda
        #expect(board.count == 15)
        #expect(board.map(\.minutes).reduce(0, +) == 120)
        #expect(board[5].feed == .boardIssues)
    }

    @Test func mapsEachOfItsThemesToAConcern() throws {
        let profile = try Shipped.lancashire()
        #expect(profile.themes.count == 32)
        #expect(profile.themes.allSatisfy { profile.concern($0.concern) != nil })
        #expect(profile.theme("Speech therapy")?.id == "salt")
        #expect(profile.theme("ASD")?.concern == 7)
    }

    @Test func keepsTheTwelveConcernsInTheirPublishedWords() throws {
        let concerns = try Shipped.lancashire().concerns
        #expect(concerns.map(\.number) == Array(1...12))
        #expect(concerns[0].text == "The lack of strategic leadership and vision")
        #expect(concerns[8].text == "Poor transition arrangements in 0-25 healthcare services")
        #expect(concerns.filter(\.improving).map(\.number) == [2, 3, 7, 9, 12])
    }

    @Test func listsOnlyTheThirteenPublishedActions() throws {
        let plan = try #require(try Shipped.lancashire().plan("IP"))
        let published = ["1.4", "1.6", "2.5", "2.6", "3.1", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "4.2", "4.3"]
        #expect(plan.actions.map(\.reference) == published)
        #expect(plan.actions.allSatisfy { $0.reference.hasPrefix("\($0.priority).") })
    }

    @Test func knowsWhichConcernsAPlanActionAnswers() throws {
        let profile = try Shipped.lancashire()
        #expect(profile.planAction("IP-3.5")?.concerns == [3, 11])
        #expect(profile.planAction("IP-3.9")?.concerns == [9])
        #expect(profile.planAction("IP-9.9") == nil)
    }

    @Test func talliesAddUp() throws {
        let profile = try Shipped.lancashire()
        #expect(profile.plan("WSOA")?.tally?.total == 47)
        #expect(profile.plan("IP")?.tally?.total == 94)
        #expect(profile.plan("IP")?.tally?.counts.map(\.actions) == [18, 46, 8, 22])
    }

    @Test func sendsAChildAtRiskAwayUrgently() throws {
        let urgent = try Shipped.lancashire().destinations.filter(\.isUrgent).map(\.id)
        #expect(urgent == ["police", "childrens-services", "lado"])
    }

    @Test func namesNobodyAndNoAddress() throws {
        for source in try Shipped.sources("lancashire") {
            #expect(!source.text.contains("@"), "\(source.name) holds an address")
        }
    }
}
