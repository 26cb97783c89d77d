import Testing

@testable import LapCommands
