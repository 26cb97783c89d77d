/// How a sheet is written down. The head is for whoever writes: it ends where the first item begins.
///
/// ```
/// # The minutes of north-2019-04-30: North LAP, 30 April 2019
///
/// == 8.1  Nine-month wait for a first appointment  [N-1]  {5f2a90b1}
///
/// What was said, in lines and paragraphs of any kind.
///
/// == 8.2  No escort on a long ride  {-}
///
/// (not reached)
/// ```
///
/// In braces stands the version of the text that the sheet was made from. A line of somebody's own that could be read as
/// one of these is written with a backslash before it.
extension MinutesSheet {
    /// How the line of an item begins.
    static let mark = "=="
    /// How lines begin that stand about two texts of one item.
    static let choiceMark = ">>"
    static let notReached = "(not reached)"

    /// The sheet with what is on record.
    public var text: String { text { MinutesSheet.written($0.minuted) } }

    /// The sheet with what somebody wrote over an earlier state of it. Where both that and the record have changed since,
    /// both texts stand, and whoever writes has to choose.
    ///
    /// - Parameter who: whose the text on record is, by the item's number: a name.
    public func text(goingOnWith written: WrittenMinutes, recordedBy who: [String: String] = [:]) -> String {
        text { item in
            guard let own = written.items.first(where: { $0.number == item.number }) else {
                return MinutesSheet.written(item.minuted)
            }
            switch item.standing(under: own) {
            case .same, .recorded: return MinutesSheet.written(item.minuted)
            case .changed: return MinutesSheet.written(own.minuted)
            case .moved:
                return """
                    \(MinutesSheet.choiceMark) Recorded meanwhile\(who[item.number].map { " by \($0)" } ?? ""):
                    \(MinutesSheet.written(item.minuted))
                    \(MinutesSheet.choiceMark) Yours:
                    \(MinutesSheet.written(own.minuted))
                    \(MinutesSheet.choiceMark) Leave what is to stand, and take these three lines out.
                    """
            }
        }
    }

    private func text(_ body: (Item) -> String) -> String {
        var head = [
            "The minutes of \(meeting): \(title)", "",
            "Write under each item what was said. Paragraphs, lists and line breaks stay as you write them.",
            "Under an item that time ran out for, write: \(MinutesSheet.notReached)",
            "Leave the lines that begin with \(MinutesSheet.mark) as they are. What is left as it is stays as it is.",
        ]
        if items.contains(where: \.isPrivate) {
            head.append("What stands under an item marked (private) is for no public paper.")
        }
        if !leftOut.isEmpty {
            head.append("Nothing can be written here under \(leftOut.joined(separator: ", ")).")
        }
        head.append("These lines are left out.")
        let lines = head.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
        return lines
            + items.map { item in
                let isPrivate = item.isPrivate ? "  (private)" : ""
                let body = body(item)
                return "\n\(MinutesSheet.mark) \(item.number)  \(item.title)\(isPrivate)  {\(item.minuted.version)}\n"
                    + (body.isEmpty ? "" : "\n\(body)\n")
            }.joined()
    }

    private static func written(_ minuted: MinutedText) -> String {
        switch minuted {
        case .nothing: ""
        case .notReached: notReached
        case .words(let text):
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                isOwn(line) || line.hasPrefix("\\") ? "\\\(line)" : String(line)
            }.joined(separator: "\n")
        }
    }

    /// Whether a line could be read as one of the sheet's own.
    static func isOwn(_ line: some StringProtocol) -> Bool {
        line.hasPrefix(mark) || line.hasPrefix(choiceMark) || line == notReached
    }
}

extension MinutesSheet.Item {
    /// How what somebody wrote stands to what is on record.
    enum Standing {
        case same
        /// It was changed, and the record was not since.
        case changed
        /// The record was changed since, and it was not.
        case recorded
        /// Both were.
        case moved
    }

    func standing(under written: WrittenMinutes.Item) -> Standing {
        if written.minuted == minuted { return .same }
        // Without a version it was made from an empty sheet, and what nothing was written under was left as it is.
        let base = written.version ?? MinutedText.nothing.version
        if base == written.minuted.version { return .recorded }
        return base == minuted.version ? .changed : .moved
    }
}
