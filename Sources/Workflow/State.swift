/// Where an item can be.
public struct State: Hashable, Sendable {
    public let name: String
    public let title: String
    /// Nothing more is expected to happen to an item here.
    public let isEnd: Bool
    /// Fields that must have a value in the proposed record whenever an event enters this state or stays in it.
    public let needs: [String]
    /// The event that most often comes next, to be suggested; nil when none stands out.
    public let usual: String?
    /// What it means to the program that runs it, whatever it is called: `called-off`.
    public let meanings: [String]
    /// What the host does whenever an event enters it, after what the event itself asks for. Staying is not entering.
    public let effects: [Effect]

    public init(
        name: String, title: String, isEnd: Bool = false, needs: [String] = [], usual: String? = nil,
        meanings: [String] = [], effects: [Effect] = []
    ) {
        self.name = name
        self.title = title
        self.isEnd = isEnd
        self.needs = needs
        self.usual = usual
        self.meanings = meanings
        self.effects = effects
    }
}
