import ArgumentParser

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "What is past the time for which it is kept.",
        discussion: """
            What has gone on long enough is put out with a request that a second person approves: lap request receive \
            --kind disposal, lap request approve, lap retention purge.
            """,
        subcommands: [RetentionDue.self, RetentionPurge.self])
}
