/// A paragraph, with a run-in label where it has one.
public struct Paragraph: Codable, Hashable, Sendable {
    /// Printed strong before the text: `Late item.`
    public var lead: String?
    public var text: String
    /// The lines that follow it, each on a line of its own.
    public var more: [String]

    public init(_ text: String, lead: String? = nil) {
        self.lead = lead
        self.text = text.oneLine
        more = []
    }

    /// One whose lines stay lines.
    public init(lines: [String]) {
        self.init(lines.first ?? "")
        more = lines.dropFirst().map(\.oneLine)
    }
}
