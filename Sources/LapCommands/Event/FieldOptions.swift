import Workflow

/// The command line of an event: its asked fields are options, besides those that every writing command has. What an
/// event asks is only known once its workflow is read, so the argument parser's static options cannot say it.
struct FieldOptions {
    /// Words that belong to no option.
    private(set) var words: [String] = []
    /// As written, by field.
    private(set) var texts: [String: String] = [:]
    /// The paths that were given.
    private(set) var files: [String] = []
    let common: CommonOptions
    let write: WriteOptions
    let inPublic: Bool
    let draft: String?
    private(set) var wantsHelp = false

    /// - Parameters:
    ///   - arguments: what follows the verb.
    ///   - fields: the fields that may be given.
    ///   - others: other names of options, by the field that each gives.
    ///   - filing: the option that takes files; nil where none does.
    init(
        _ arguments: [String], fields: [Field], otherwise others: [String: String] = [:], filing: String? = nil
    ) throws {
        var shared = SharedOptions()
        var known: [String: Field] = [:]
        for field in fields { known["--" + field.name] = field }
        for (name, field) in others { known["--" + name] = known["--" + field] }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                words += rest
                break
            }
            guard argument.hasPrefix("-"), argument.count > 1 else {
                words.append(argument)
                continue
            }
            // Scalar by scalar: a combining mark that follows the sign is the value's.
            let parts = argument.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            if let field = known[parts[0]] {
                guard texts[field.name] == nil else {
                    throw Failure(
                        .usage, "\(parts[0]) is given twice.",
                        hint: field.kind.takesSeveral ? "Give it once, several with commas." : "Give it once.")
                }
                texts[field.name] =
                    try parts.count == 2 ? parts[1] : FieldOptions.value(of: parts[0], field, from: &rest)
            } else if let filing, parts[0] == "--" + filing {
                guard let path = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw FieldOptions.needsValue(parts[0])
                }
                files.append(path)
            } else if ["-h", "--help"].contains(argument) {
                wantsHelp = true
            } else if SharedOptions.flags.contains(argument) {
                shared.take(argument)
            } else if SharedOptions.named.contains(parts[0]) {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw FieldOptions.needsValue(parts[0])
                }
                try shared.take(parts[0], value)
            } else {
                throw FieldOptions.unknown(parts[0], known: Array(known.keys))
            }
        }
        common = shared.common
        write = shared.write
        inPublic = shared.inPublic
        draft = shared.draft
    }

    /// A flag that stands alone means yes; what other option's value is missing is an error.
    private static func value(of option: String, _ field: Field, from rest: inout ArraySlice<String>) throws -> String {
        if field.kind == .flag, rest.first.map({ !["yes", "no", "true", "false"].contains($0.lowercased()) }) ?? true {
            return "yes"
        }
        guard let value = rest.popFirst() else { throw needsValue(option) }
        return value
    }

    private static func needsValue(_ option: String) -> Failure {
        Failure(.usage, "\(option) needs a value.", hint: "Write \(option) VALUE or \(option)=VALUE.")
    }

    private static func unknown(_ option: String, known: [String]) -> Failure {
        let all = known + SharedOptions.flags + SharedOptions.named
        return Failure(
            .usage, "There is no option \(Printed.safe(option, limit: 40)) here.",
            hint: NearMiss.hint(for: option, among: all) ?? "See what there is with --help.")
    }
}

extension Field.Kind {
    fileprivate var takesSeveral: Bool {
        switch self {
        case .choices, .references: true
        default: false
        }
    }
}
