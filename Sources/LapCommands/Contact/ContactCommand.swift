import ArgumentParser

struct ContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "Offices and services that serve the public, whose numbers papers may print.",
        subcommands: [ContactList.self, ContactAdd.self, ContactRemove.self])
}
