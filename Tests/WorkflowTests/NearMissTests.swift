import Testing

@testable import Workflow

struct NearMissTests {
    @Test(arguments: [
        ("acknowlege", "acknowledge"), ("shcedule", "schedule"), ("Owner", "owner"), ("accpet", "accept"),
    ])
    func findsTheNameThatWasMeant(typed: String, meant: String) {
        #expect(NearMiss.nearest(to: typed, among: ["acknowledge", "schedule", "owner", "accept"]) == meant)
    }

    @Test(arguments: ["xyz", "", "a", "completely-different"])
    func findsNothingWhenNothingIsNear(typed: String) {
        #expect(NearMiss.nearest(to: typed, among: ["acknowledge", "ask", "owner"]) == nil)
    }
}
