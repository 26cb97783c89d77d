import ArgumentParser

struct MemberErase: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract:
            "Take a member's name and address out of the register, on an approved request. Says what, unless --yes.",
        discussion: """
            What they did stays in the journal, by a key that says nothing of them. Where their name stands in what was \
            minuted or written, it is taken out too; papers that were issued stay as they are. This cannot be undone.
            """)

    @OptionGroup var erasing: ErasingOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await erasing.run(context, common, as: "member erase") }
}
