import Ledger
import Register
import StrictYAML
import Workflow
import WorkflowFile
import WorkflowProof

/// One thing that `lap workflow check` has to say, with its place in the file, as editors and people read it.
struct CheckLine {
    let file: String
    let line: Int
    let column: Int
    /// `error`, `note`, or `waived` for an error that the file explains.
    let severity: String
    /// A finding's code; `unreadable` for what keeps a file from being read.
    let code: String
    let subject: String?
    let sentence: String
    let hint: String?
    /// The shortest sequence of events that shows it.
    let path: [String]
    /// The same as the kernel played it, as an example that can be played again, where it hangs on more than the events.
    let played: String?
    /// Why the file says that it is meant.
    let waiver: String?

    init(_ problem: Problem, file: String) {
        self.file = file
        line = problem.line
        column = problem.column
        severity = "error"
        code = "unreadable"
        subject = nil
        sentence = problem.sentence
        hint = problem.hint
        path = []
        played = nil
        waiver = nil
    }

    /// `word` is how the command line named the file; `bodies` are those whose seats a finding is about.
    init(_ placed: PlacedFinding, in definition: Definition, file: String, word: String, bodies: String? = nil) {
        let finding = placed.finding
        self.file = file
        line = placed.line
        column = placed.column
        severity = finding.waiver != nil ? "waived" : finding.severity.rawValue
        code = finding.code.rawValue
        subject = finding.subject.description
        sentence = bodies.map { "\($0): \(finding.sentence)" } ?? finding.sentence
        path = finding.path
        let name = subject?.replacing(" ", with: "-") ?? code
        let codes: [Finding.Code] = [
            .promiseBroken, .targetGap, .clockEventRefused, .clockStaysMissed, .ambiguousClocks,
        ]
        let isShown = finding.waiver == nil && codes.contains(finding.code)
        played = isShown ? finding.story.map { ExampleFile.text($0, named: name, title: finding.sentence) } : nil
        let fromTheStart = finding.path.first.flatMap(definition.event)?.begins == true
        if !fromTheStart || finding.waiver != nil || word == "-" {
            hint = nil
        } else if played != nil {
            hint = "Saved to a file, it can be played: lap workflow replay \(word) --examples FILE --example \(name)"
        } else {
            hint = "See where the arrows lead with: lap workflow replay \(word) \(finding.path.joined(separator: " "))"
        }
        waiver = finding.waiver
    }

    /// `issue.yaml:12:3: error no-way-out: …`, and what belongs to it indented below.
    func lines(width: Int) -> [String] {
        var lines = ["\(file):\(line):\(column): \(severity) \(code): \(sentence)"]
        if !path.isEmpty, !sentence.contains(path.joined(separator: ", ")) {
            lines += Printed.wrapped("Path: \(path.joined(separator: ", "))", width: width - 2).map { "  " + $0 }
        }
        if let played {
            lines.append("  Played:")
            lines += played.split(separator: "\n").map { "    " + $0 }
        }
        if let waiver { lines += Printed.wrapped("Meant: \(waiver)", width: width - 2).map { "  " + $0 } }
        if let hint { lines.append("  Hint: \(hint)") }
        return lines
    }

    var json: JSON {
        .object([
            "file": .string(file), "line": .number(line), "column": .number(column), "severity": .string(severity),
            "code": .string(code), "subject": .string(subject), "sentence": .string(sentence), "hint": .string(hint),
            "path": .array(path.map(JSON.string)), "played": .string(played), "waiver": .string(waiver),
        ])
    }

    /// The closing word on a file in which nothing is questionable that it does not explain.
    static func sound(_ definition: Definition, file: String) -> String {
        let promises = definition.promises.count
        let kept = promises == 0 ? "" : ", \(count(promises, "promise")) kept"
        return "\(file): sound; \(size(definition))\(kept)."
    }

    /// The opening word on a file in which no mistake was found, but not all was found out; nil when all was.
    static func open(_ definition: Definition, _ findings: [PlacedFinding], file: String) -> String? {
        let unproved = findings.count { $0.finding.code == .promiseUnproved }
        let open = unproved + findings.count { $0.finding.code == .notShown && $0.finding.waiver == nil }
        guard open > 0 else { return nil }
        let promises = definition.promises.count
        let kept = promises == 0 ? "" : ", \(promises - unproved) of \(count(promises, "promise")) kept"
        return "\(file): no mistake found, \(count(open, "thing")) not found out; \(size(definition))\(kept)."
    }

    private static func size(_ definition: Definition) -> String {
        "\(count(definition.states.count, "state")), \(count(definition.events.count, "event"))"
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }
}
