import ArgumentParser

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "What is sent out for a meeting, and the answer to a family.",
        discussion:
            "Every file is searched for the register's personal values before it is kept; a pack that holds one is not written.",
        subcommands: [
            PackAgenda.self, PackMinutes.self, PackBoard.self, PackLetter.self, PackNotice.self, PackNews.self,
            PackBriefing.self, PackPage.self, PackLog.self,
            PackCheck.self, PackRelease.self,
            PackIssued.self, PackMail.self,
            PackVerify.self, PackCopy.self, PackRecall.self,
        ])
}
