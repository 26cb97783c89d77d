import Workflow

/// Text that is recorded outside an event's fields, held to what every text field is held to.
enum RecordText {
    static let field = Field(name: "discussed", title: "Discussed", kind: .text, limit: 20_000)
}
