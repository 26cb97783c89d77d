import ArgumentParser

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Figures of a quarter, as text, as a spreadsheet's CSV or in JSON.",
        subcommands: [
            ReportDCO.self, ReportAttendance.self, ReportThemes.self, ReportAgeing.self, ReportFlow.self,
            ReportEquity.self,
        ])
}
