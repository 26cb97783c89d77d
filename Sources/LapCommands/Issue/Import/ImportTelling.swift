import Ledger
import Register
import UseCases

/// What a person is told of an import.
struct ImportTelling {
    let result: Imported
    /// The journal's number of it; nil in a dry run.
    let operation: Int?

    private var rehearsing: Bool { operation == nil }

    /// `30 issues logged: N-1 to N-12, S-1 to S-9, E-1 to E-9.` and what to do next.
    var text: String {
        let count = result.refs.count
        var text = rehearsing ? "Would be " : ""
        text += "\(count) issue\(count == 1 ? "" : "s") logged: \(ImportTelling.ranges(result.refs)).\n"
        if !result.safeguarding.isEmpty {
            text += "The safeguarding screen is not clear for \(ImportTelling.ranges(result.safeguarding)).\n"
        }
        if !rehearsing, !result.refs.isEmpty {
            let first =
                result.safeguarding.first.map { "lap issue divert \($0), and " }
                ?? result.waiting.map { "lap issue acknowledge \($0), and " }
            text += "Next: \(first ?? "")lap status\n"
        }
        return text
    }

    var json: JSON {
        .object([
            "count": .number(result.refs.count), "refs": .array(result.refs.map(JSON.string)),
            "safeguarding": .array(result.safeguarding.map(JSON.string)), "operation": .number(operation),
            "dryRun": .bool(rehearsing), "leftOut": .array(result.leftOut.sorted().map(JSON.number)),
        ])
    }

    /// References that follow one another, drawn together: `N-1 to N-12, S-4`.
    static func ranges(_ references: [String]) -> String {
        var series: [(prefix: Substring, spans: [ClosedRange<Int>])] = []
        for reference in references {
            guard let dash = reference.lastIndex(of: "-"), let number = Int(reference[dash...].dropFirst()) else {
                continue
            }
            let prefix = reference[...dash]
            guard let index = series.firstIndex(where: { $0.prefix == prefix }) else {
                series.append((prefix, [number...number]))
                continue
            }
            if let last = series[index].spans.last, last.upperBound + 1 == number {
                series[index].spans[series[index].spans.count - 1] = last.lowerBound...number
            } else {
                series[index].spans.append(number...number)
            }
        }
        return series.flatMap { prefix, spans in
            spans.map { span in
                span.count == 1
                    ? "\(prefix)\(span.lowerBound)" : "\(prefix)\(span.lowerBound) to \(prefix)\(span.upperBound)"
            }
        }.joined(separator: ", ")
    }
}
