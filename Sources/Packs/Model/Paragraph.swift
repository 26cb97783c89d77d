/// A paragraph, with a run-in label where it has one.
public struct Paragraph: Codable, Hashable, Sendable {
    /// Printed strong before the text: `Late item.`
    public var lead: String?
    public var text: String

    public init(_ text: String, lead: String? = nil) {
        self.lead = lead
        self.text = text.oneLine
    }
}
