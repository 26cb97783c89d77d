import Foundation

// What the workflow engine does in a second, as one JSON object on standard output. Run by script/bench:
//   workflow-bench SHARE HISTORIES [FIGURE…]
// SHARE holds Workflows and Data. HISTORIES is written: the events of the shipped examples, for another engine to repeat.
let words = CommandLine.arguments
guard words.count > 2 else {
    FileHandle.standardError.write(Data("usage: workflow-bench SHARE HISTORIES [FIGURE...]\n".utf8))
    exit(64)
}
let material = try Material(share: URL(filePath: words[1]))
try material.historiesAsJSON().write(to: URL(filePath: words[2]))
let wanted = words.count > 3 ? words[3...].compactMap(Measurements.Figure.init) : Measurements.Figure.allCases
var measured: [String: Double] = [:]
for figure in wanted { measured[figure.rawValue] = try Measurements(material).measure(figure) }
let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
print(String(decoding: try encoder.encode(measured), as: UTF8.self))
