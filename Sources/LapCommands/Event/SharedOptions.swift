import Ledger

/// The options that every writing command has, taken one by one from the command line of an event, whose other options
/// no argument parser knows.
struct SharedOptions {
    private(set) var common = CommonOptions()
    private(set) var write = WriteOptions()
    /// What is given is for the public, though it may tell of something private.
    private(set) var inPublic = false
    /// The draft that is gone on with.
    private(set) var draft: String?

    /// Those that stand alone.
    static let flags = ["--json", "--no-pager", "-n", "--dry-run", "--yes", "--in-public"]
    /// Those that take a value.
    static let named = ["--register", "--as", "--on", "--key", "--json-fields", "--color", "--expect", "--draft"]

    init() {
        common.register = nil
        common.actor = nil
        common.on = nil
        common.key = nil
        common.json = false
        common.jsonFields = nil
        common.noPager = false
        common.color = .auto
        write.expect = nil
        write.dryRun = false
        write.yes = false
    }

    /// Takes a flag.
    mutating func take(_ flag: String) {
        switch flag {
        case "--json": common.json = true
        case "--no-pager": common.noPager = true
        case "-n", "--dry-run": write.dryRun = true
        case "--yes": write.yes = true
        case "--in-public": inPublic = true
        default: break
        }
    }

    /// Takes a named option. Throws when it cannot have that value.
    mutating func take(_ option: String, _ value: String) throws {
        switch option {
        case "--register": common.register = value
        case "--as": common.actor = value
        case "--draft": draft = value
        case "--on": common.on = value
        case "--key": common.key = value
        case "--json-fields": common.jsonFields = value
        case "--color":
            let all = CommonOptions.ColorChoice.allCases.map(\.rawValue)
            guard let choice = CommonOptions.ColorChoice(rawValue: value) else {
                throw Failure(
                    .usage, "There is no colour setting “\(Printed.safe(value, limit: 20))”.",
                    hint: "Give --color one of: \(all.joined(separator: ", ")).")
            }
            common.color = choice
        case "--expect":
            guard let version = Int(value) else {
                throw Failure(
                    .usage, "--expect takes the number of a version.", hint: "An item's version stands in its JSON.")
            }
            write.expect = version
        default: break
        }
    }

    /// The folder named with `--register`, wherever it stands; nil when none is. Where the register is has to be known
    /// before its workflow can tell what the other options are.
    static func register(in arguments: [String]) -> String? {
        var named: String?
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--register", index + 1 < arguments.count { named = arguments[index + 1] }
            if argument.hasPrefix("--register=") { named = String(argument.dropFirst("--register=".count)) }
        }
        return named
    }
}
