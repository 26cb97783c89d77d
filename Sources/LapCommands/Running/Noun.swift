import Workflow

/// What commands are about: `lap <noun> <verb>`. A noun with a workflow has that workflow's events as verbs.
struct Noun: Sendable {
    let name: String
    let workflow: String
    /// Everyday words for events: `raise` for the event that logs an issue.
    let aliases: [String: String]
    /// The field that a word without an option gives, when an item begins.
    let leadingField: String?
    /// Everyday words for options, by the field that each gives: `--before` for the meeting that something is due before.
    var options: [String: String] = [:]
    /// The option that takes files which belong to it, and a field of the events that do.
    var files: (option: String, field: String)?

    /// Of a workflow; nil when there are no commands about it.
    static func of(workflow: String) -> Noun? { all.first { $0.workflow == workflow } }

    /// The option by which an event of it takes files; nil for one that takes none.
    func option(forFilesOf event: Event) -> String? { files.flatMap { event.ask($0.field) == nil ? nil : $0.option } }

    /// The word by which people begin an item with an event.
    func verb(of event: String) -> String { aliases.first { $0.value == event }?.key ?? event }

    static let all = [
        Noun(name: "issue", workflow: "issue", aliases: ["raise": "log"], leadingField: nil),
        Noun(name: "meeting", workflow: "meeting", aliases: [:], leadingField: "body"),
        Noun(name: "action", workflow: "action", aliases: ["add": "open"], leadingField: nil),
        Noun(
            name: "commitment", workflow: "commitment", aliases: [:], leadingField: "body",
            options: ["before": "before-meeting"]),
        Noun(
            name: "question", workflow: "question", aliases: [:], leadingField: "issue",
            options: ["before": "before-meeting"]),
        Noun(name: "breach", workflow: "breach", aliases: [:], leadingField: nil),
        Noun(name: "gap", workflow: "gap", aliases: [:], leadingField: nil),
        Noun(name: "risk", workflow: "risk", aliases: [:], leadingField: "body"),
        Noun(name: "request", workflow: "request", aliases: [:], leadingField: nil),
        Noun(
            name: "agenda", workflow: "matter", aliases: [:], leadingField: "meeting",
            files: ("paper", "summary")),
        Noun(name: "plan", workflow: "plan-action", aliases: [:], leadingField: nil),
    ]
}
