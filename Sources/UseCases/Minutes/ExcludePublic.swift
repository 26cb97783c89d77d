import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Records a meeting's resolution to take its private items without the public.
public struct ExcludePublic: Deed {
    public let meeting: String
    /// What follows "Resolved:"; nil for the usual words.
    public let wording: String?
    public let name = "minutes exclude"
    private var share: Share?

    public init(from meeting: String, wording: String? = nil) {
        self.meeting = meeting
        self.wording = wording
    }

    public func equipped(from share: Share) -> ExcludePublic {
        var equipped = self
        equipped.share = share
        return equipped
    }

    private static let that = Field(name: "that", title: "That", kind: .text, limit: 2_000)

    public func perform(in operation: Operation, as standing: Standing) throws -> DecisionAnswer {
        let reading = try MeetingReading(of: meeting, from: operation.view, as: standing)
        try standing.must(.minute, at: reading.body)
        let wording = try wording.map { try Self.that.recorded($0) }
        if let wording {
            // It is read by everybody. The numbers of the items are what it is about.
            let view = operation.view
            let named = try view.privateMatters(in: wording, of: reading.meeting, to: standing).filter {
                !View.isOfItems($0)
            }
            let told = try view.agenda(of: reading.meeting).filter { item in
                item.isClosed && !item.isHeading
                    && [item.title, item.discussed ?? ""].contains { ExclusionWords.tell(in: wording, of: $0) }
            }
            let whom = try share.map {
                try view.details(inExclusion: wording, from: reading.meeting, $0.ordinaryWords())
            }
            let matters =
                named + told.map { "what item \($0.number) is about" }
                + (whom?.isEmpty ?? true ? [] : ["whom a private item is about"])
            guard matters.isEmpty else {
                throw PrivateMatters.refusal(matters, "everybody reads this resolution", mayInsist: false)
            }
        }
        let reference = try operation.excludePublic(from: reading.meeting, wording)
        return DecisionAnswer(try operation.view.decision(reference))
    }
}
