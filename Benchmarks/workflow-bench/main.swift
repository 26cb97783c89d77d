import Foundation

// What the workflow engine does in a second, as one JSON object on standard output. Run by script/bench:
//   workflow-bench SHARE [FIGURE…]
// SHARE holds Workflows and Data; figures are named as in `Measurements.Figure`, all of them when none is.
let words = CommandLine.arguments
guard words.count > 1 else {
    FileHandle.standardError.write(Data("usage: workflow-bench SHARE [FIGURE...]\n".utf8))
    exit(64)
}
do {
    let measurements = Measurements(try Material(share: URL(filePath: words[1])))
    let wanted = words.count > 2 ? words[2...].compactMap(Measurements.Figure.init) : Measurements.Figure.allCases
    var measured: [String: Double] = [:]
    for figure in wanted { measured[figure.rawValue] = try measurements.measure(figure) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(measured), as: UTF8.self))
} catch {
    FileHandle.standardError.write(Data("workflow-bench: \(error)\n".utf8))
    exit(1)
}
