import Register

/// What a person is told of an import.
struct ImportTelling {
    let result: RowImport.Result
    /// The journal's number of it.
    let operation: Int
    let rehearsing: Bool

    /// `30 issues logged: N-1 to N-12, S-1 to S-9, E-1 to E-9.` and what to do next.
    var text: String {
        let count = result.logged.count
        var text = rehearsing ? "Would be " : ""
        text += "\(count) issue\(count == 1 ? "" : "s") logged: \(ImportTelling.ranges(result.logged)).\n"
        if !result.unsafe.isEmpty {
            text += "The safeguarding screen is not clear for \(ImportTelling.ranges(result.unsafe)).\n"
        }
        if !rehearsing, let first = result.unsafe.first ?? result.logged.first {
            text += "Next: lap issue \(result.unsafe.isEmpty ? "acknowledge" : "divert") \(first), and lap status\n"
        }
        return text
    }

    var json: JSON {
        .object([
            "count": .number(result.logged.count), "refs": .array(result.logged.map(JSON.string)),
            "safeguarding": .array(result.unsafe.map(JSON.string)), "operation": .number(operation),
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
