/// Issues by theme and area, small numbers suppressed.
struct ThemesSection {
    let counts: SuppressedCounts

    var section: PackSection {
        guard !counts.themes.isEmpty else {
            return PackSection(
                id: "themes", title: "Themes", blocks: [.sentence("There are no open issues to count.")])
        }
        var columns = [PackTable.Column("Theme", width: 8)]
        columns += counts.areas.map { PackTable.Column($0, width: 2, isNumber: true) }
        if counts.totals != nil { columns.append(.init("All", width: 2, isNumber: true)) }
        var rows = counts.themes.enumerated().map { index, theme in
            var entries = counts.cells[index]
            if let totals = counts.totals { entries.append(totals.themes[index]) }
            return PackTable.Row(.init(theme), entries.map { .init($0.text) })
        }
        if let totals = counts.totals {
            rows.append(
                PackTable.Row(
                    .init("All themes", isStrong: true),
                    (totals.areas + [totals.all]).map { .init($0.text, isStrong: true) }, isGroup: true))
        }
        let table = PackTable(
            caption: "Open issues by theme and area", columns: columns, rows: rows, note: note)
        return PackSection(id: "themes", title: "Themes", blocks: [.table(table)])
    }

    private var note: String? {
        var sentences: [String] = []
        if counts.hasSmall { sentences.append("<5 stands for 1, 2, 3 or 4, so that no family can be picked out.") }
        if counts.hasHeldBack {
            sentences.append("A star is a number held back, so that none of those can be worked out from the others.")
        }
        if counts.totals == nil { sentences.append("Totals are left out for the same reason.") }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension SuppressedCounts.Entry {
    /// `12`, `<5` or `*`.
    public var text: String {
        switch self {
        case .shown(let number): String(number)
        case .small: "<5"
        case .heldBack: "*"
        }
    }
}
