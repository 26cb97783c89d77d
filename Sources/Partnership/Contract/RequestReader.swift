import Workflow

/// What giving out and erasing read of a request about data.
public struct RequestReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case kind, issues, records, person, area
        case healthOpinion = "health-opinion"
    }

    public static let contract = Contract.request
    /// What says who asks, and nothing else.
    public static let naming: Set = ["asked-by"]
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    /// What it asks for, as the choice is called: `Erasing`.
    public var kindTitle: String { title(.kind) ?? "" }
    /// Something has to be kept whatever its time, and nothing is asked for.
    public var isHold: Bool { text(.kind) == "hold" }
    /// What is past its time is put out, and nobody asked.
    public var isDisposal: Bool { text(.kind) == "disposal" }
    /// Somebody who knows health said that giving all of it out might do serious harm.
    public var mightHarm: Bool { text(.healthOpinion) == "harm" }
    /// The issues it is about.
    public var issues: [String] { list(.issues) }
    /// What else it is about: actions, breaches, other requests.
    public var records: [String] { list(.records) }
    /// The key of the member it is about.
    public var person: String? { text(.person) }
}
