import Foundation

/// Markdown (CommonMark, with GitHub's tables): for web pages and version control.
struct MarkdownFormat: PackFormat {
    func write(_ document: PackDocument, to path: String, in folder: String) throws {
        try Data(Self.markdown(of: document).utf8).write(to: URL(filePath: path))
    }

    /// What a reader of it sees: marks and their escapes are no text.
    func texts(of path: String) throws -> [WrittenText] {
        let source = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let read = source.replacing(/\\([!-\/:-@\[-`{-~])|\*\*|<br>|(^|[^\\])\|/.anchorsMatchLineEndings()) { match in
            if let escaped = match.1 { return String(escaped) }
            if let before = match.2 { return "\(before)\n" }
            return match.0 == "<br>" ? "\n" : ""
        }
        return [WrittenText("the Markdown", read)]
    }

    private static func markdown(of document: PackDocument) -> String {
        var parts = [
            "# \(text(document.heading))", text(document.organisation),
        ]
        if let marking = document.marking { parts.append("**\(text(marking))**") }
        if let draft = document.draft { parts.append("**\(text(draft))**") }
        parts.append(text(document.subheading))
        let edition = [document.edition, document.markingReason].compactMap(\.self).joined(separator: ". ")
        if !edition.isEmpty { parts.append(text(edition)) }
        parts.append(facts(document.facts))
        parts += document.notices.map(notice)
        parts += document.sections.flatMap(section)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func section(_ section: PackSection) -> [String] {
        ["\(String(repeating: "#", count: section.level)) \(text(section.title))"]
            + section.blocks.flatMap(block) + section.sections.flatMap(Self.section)
    }

    private static func block(_ block: Block) -> [String] {
        switch block {
        case .paragraph(let value):
            let lead = value.lead.map { "**\(text($0))**\(value.text.isEmpty ? "" : " ")" } ?? ""
            return [([lead + text(value.text)] + value.more.map(text)).joined(separator: "\\\n")]
        case .list(let value): return [value.items.map { "- \(text($0))" }.joined(separator: "\n")]
        case .table(let value): return table(value)
        case .facts(let value): return [facts(value.items)]
        case .notice(let value): return [notice(value)]
        case .figures(let value):
            return [value.items.map { "- **\(text($0.value))** \(text($0.label))" }.joined(separator: "\n")]
        case .resolution(let value): return resolution(value)
        }
    }

    private static func notice(_ notice: Notice) -> String { "> **\(text(notice.title)).** \(text(notice.text))" }

    private static func facts(_ facts: [Fact]) -> String {
        facts.map { fact in
            let said = text(fact.text)
            return "- **\(text(fact.label)):** \(fact.link.map { "[\(said)](<\($0)>)" } ?? said)"
        }.joined(separator: "\n")
    }

    private static func resolution(_ value: Resolution) -> [String] {
        ["\(text(value.ref)), \(text(value.kind))", "**\(text(value.label))** \(text(value.text))"]
            + (value.limbs.isEmpty
                ? []
                : [value.limbs.enumerated().map { "\($0.offset + 1). \(text($0.element))" }.joined(separator: "\n")])
            + value.notes.map(text) + [value.provisional.map { "**\(text($0))**" }].compactMap(\.self)
    }

    private static func table(_ table: PackTable) -> [String] {
        func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
        func cell(_ cell: PackTable.Cell, isHead: Bool = false) -> String {
            let first = text(cell.text)
            let strong = (cell.isStrong || isHead) && !first.isEmpty ? "**\(first)**" : first
            return ([strong] + cell.details.map(text)).filter { !$0.isEmpty }.joined(separator: "<br>")
        }
        let lines =
            [row(table.columns.map { text($0.title) }), row(table.columns.map { $0.isNumber ? "---:" : "---" })]
            + table.rows.map { row([cell($0.head, isHead: true)] + $0.cells.map { cell($0) }) }
        return ["**\(text(table.caption))**", lines.joined(separator: "\n")] + (table.note.map { [text($0)] } ?? [])
    }

    /// Text in which nothing is markup.
    private static func text(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.oneLine.unicodeScalars where !scalar.isControl {
            let isMark = "\\`*_[]<>|&~$^#".unicodeScalars.contains(scalar)
            // At the beginning of a line these begin a list, a heading or a rule.
            if isMark || out.isEmpty && "+-=".unicodeScalars.contains(scalar) { out.append("\\") }
            out.append(scalar)
        }
        let escaped = String(out)
        return escaped.replacing(/^(\d{1,9})([.)])/) { "\($0.1)\\\($0.2)" }
    }
}
