/// Counts that open a section: "3 closed, 8 open, 2 overdue".
public struct FigureList: Codable, Hashable, Sendable {
    public struct Figure: Codable, Hashable, Sendable {
        public var value: String
        public var label: String

        public init(_ value: Int, _ label: String) {
            self.value = String(value)
            self.label = label
        }
    }

    public var items: [Figure]

    public init(_ items: [Figure]) {
        self.items = items
    }
}
