import ArgumentParser

struct SeatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat", abstract: "The seats of bodies, whoever fills them.",
        discussion: "Who fills a seat is said with lap member; lap member list shows them all.",
        subcommands: [SeatOpen.self, SeatEdit.self, SeatClose.self])
}
