import ArgumentParser
import Foundation
import Ledger
import Subprocess
import UseCases

struct HelpCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "Show a manual page: lap help issue, lap help tutorial.")

    @Argument(help: "A noun, a command, or a page: issue, status, workflow, tutorial.") var topic: String?

    func run(_ context: Context) async throws {
        let pages = try Pages(context)
        let section = topic.flatMap { Section.named[$0] }
        guard let topic else {
            context.console.write(LapCommand.helpMessage(columns: context.console.width))
            context.console.write("\nManual pages: \(try HelpCommand.topics(context).joined(separator: ", ")).\n")
            return
        }
        if topic == "tick" { try context.console.write(schedule(context) + "\n") }
        guard let file = pages.file(section == nil ? topic : "lap") else {
            throw Failure(
                .notFound, "There is no manual page for “\(Printed.safe(topic, limit: 40))”.",
                hint: "There are: \(try HelpCommand.topics(context).joined(separator: ", ")).")
        }
        let mandoc = try? await Subprocess.run(
            .name("mandoc"), arguments: ["-T", "utf8", "-O", "width=\(min(context.console.width, 100))", file.path],
            output: .string(limit: 1 << 20), error: .discarded)
        guard let text = mandoc?.standardOutput, !text.isEmpty else {
            context.console.write(try String(contentsOf: file, encoding: .utf8))
            context.console.complain(
                "lap: mandoc is not installed, so this is the page's source.\nHint: Install the package mandoc.\n")
            return
        }
        if let section { return await context.show(section.cut(from: plain(text))) }
        // Overstruck letters (bold, underline) are for pagers; anything else gets the plain text.
        await context.show(context.isPaged(plain(text)) ? text : plain(text))
    }

    /// The pages there are, and the sections of the first one that have a name of their own.
    static func topics(_ context: Context) throws -> [String] {
        try (Pages(context).topics + Section.named.keys).sorted()
    }

    /// How the register here is made to tick every day: lines to copy.
    private func schedule(_ context: Context) throws -> String {
        let folder =
            (try? Session.find(context, register: nil))?.deletingLastPathComponent().path ?? "/PATH/TO/REGISTER"
        let lap = context.executable?.path ?? "lap"
        let command = "\(lap) tick --register '\(folder)' --as 'NAME OF WHO SETS IT GOING'"
        return """
            Every morning, with cron (crontab -e):

              30 6 * * * \(command)

            Or with a systemd timer, in ~/.config/systemd/user, then systemctl --user enable --now lap-tick.timer:

              lap-tick.service   [Service]
                                 Type=oneshot
                                 ExecStart=\(command)

              lap-tick.timer     [Timer]
                                 OnCalendar=*-*-* 06:30
                                 Persistent=true
                                 [Install]
                                 WantedBy=timers.target

            """
    }

    private func plain(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar == "\u{8}" { _ = scalars.popLast() } else { scalars.append(scalar) }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// A section of lap(1) that is shown by itself.
private struct Section {
    let title: String

    static let named = [
        "environment": Section(title: "ENVIRONMENT"), "exit-codes": Section(title: "EXIT STATUS"),
        "files": Section(title: "FILES"), "formats": Section(title: "Output"),
        "references": Section(title: "References"),
    ]

    /// From its heading to the next that stands as far to the left or further.
    func cut(from page: String) -> String {
        func depth(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        guard let begin = lines.firstIndex(where: { $0.drop { $0 == " " } == title }) else { return page }
        let rest = lines[(begin + 1)...]
        let end = rest.firstIndex { !$0.isEmpty && depth($0) <= depth(lines[begin]) } ?? lines.endIndex
        return lines[begin..<end].joined(separator: "\n") + "\n"
    }
}

/// The manual pages that lie beside the workflows.
private struct Pages {
    let files: [URL]

    init(_ context: Context) throws {
        let root = try Share(context).root
        let folders = [
            root.appending(path: "man"), root.appending(path: "../man/man1"), root.appending(path: "../man/man5"),
            root.appending(path: "../man/man7"),
        ]
        files = folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasPrefix("lap") }
                .sorted().map { folder.appending(path: $0) }
        }
    }

    /// `issue`, or `workflow.5` where pages of two sections share a name.
    private func topic(_ file: URL) -> String {
        let name = name(of: file)
        let alike = files.filter { self.name(of: $0) == name }
        return alike.count > 1 ? "\(name).\(file.pathExtension)" : name
    }

    private func name(of file: URL) -> String {
        let name = file.deletingPathExtension().lastPathComponent
        return name.hasPrefix("lap-") ? String(name.dropFirst(4)) : name
    }

    var topics: [String] { files.map(topic) }

    /// The page of a topic; of two pages with one name, the first section's.
    func file(_ topic: String) -> URL? {
        files.first { self.topic($0) == topic } ?? files.first { name(of: $0) == topic }
    }
}
