import ArgumentParser
import Foundation
import Ledger
import UseCases

struct ConfigCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "What is set, and where each value comes from.")

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let settings = try Settings(context, common)
        try await context.answer(
            Answer(
                try Table(Self.columns, lines: settings.lines),
                aside: settings.shadowed.map { name in
                    "The alias “\(Printed.safe(name, limit: 40))” is never used: lap has a command of that name."
                }), common)
    }

    private static let columns: [Table.Column] = [
        .init(header: "Setting", key: "setting"), .init(header: "Value", key: "value", stretches: true),
        .init(header: "From", key: "from"),
    ]
}

/// Everything that is set for a command line, by whatever says it first.
struct Settings {
    struct Line: Encodable {
        let setting: String
        let value: String
        let from: String
    }

    private(set) var lines: [Line] = []
    /// An alias that a command of the program hides.
    let shadowed: String?

    init(_ context: Context, _ options: CommonOptions) throws {
        let own = try UserConfig.read(context)
        let file = UserConfig.file(context).map { Self.name(of: $0.path, context) } ?? "the user's configuration"
        let folder = try? Session.find(context, register: options.register)
        let register = try folder.map(Config.read)
        let environment = context.environment
        shadowed = own.aliases.keys.sorted().first { Spelling.known($0) != nil }
        func add(_ setting: String, _ sources: (String?, String)...) {
            guard let (value, from) = sources.first(where: { $0.0.map { !$0.isEmpty } ?? false }) else { return }
            lines.append(Line(setting: setting, value: value ?? "", from: from))
        }
        add(
            "register", (options.register, "--register"), (environment["LAP_REGISTER"], "LAP_REGISTER"),
            (folder?.deletingLastPathComponent().path, "the nearest folder with one"))
        add(
            "user", (options.actor, "--as"), (environment["LAP_AS"], "LAP_AS"), (register?.user, ".lap/config.yaml"),
            (own.user, file))
        add("day", (options.on, "--on"), (environment["LAP_ON"], "LAP_ON"), ("today", "the clock"))
        add(
            "pager", (environment["LAP_PAGER"], "LAP_PAGER"), (own.pager, file), (environment["PAGER"], "PAGER"),
            ("less", "the program"))
        add(
            "color", (options.color == .auto ? nil : options.color.rawValue, "--color"), (own.color?.rawValue, file),
            ("auto", "the program"))
        add(
            "editor", (environment["VISUAL"], "VISUAL"), (environment["EDITOR"], "EDITOR"), ("nano", "the program"))
        add("share", (environment["LAP_SHARE"], "LAP_SHARE"), (try? Share(context).root.path, "the installation"))
        for recipient in register?.recipients ?? [] { add("backup recipient", (recipient, ".lap/config.yaml")) }
        for (name, line) in own.aliases.sorted(by: { $0.key < $1.key }) { add("alias \(name)", (line, file)) }
    }

    /// A file in the home folder by its short name.
    private static func name(of path: String, _ context: Context) -> String {
        guard let home = context.environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else { return path }
        return "~" + path.dropFirst(home.count)
    }
}
