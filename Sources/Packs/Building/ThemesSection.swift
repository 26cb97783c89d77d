/// Issues by theme and area.
struct ThemesSection {
    let figures: ThemeFigures

    var section: PackSection {
        if let none = figures.none {
            return PackSection(id: "themes", title: "Themes", blocks: [.sentence(none)])
        }
        var columns = [PackTable.Column("Theme", width: 8)]
        columns += figures.areas.map { PackTable.Column($0, width: 2, isNumber: true) }
        columns.append(.init("All", width: 2, isNumber: true))
        var rows = figures.rows.map { row in PackTable.Row(.init(row.theme), row.counts.map { .init($0) }) }
        rows.append(
            PackTable.Row(
                .init("All themes", isStrong: true), figures.totals.map { .init($0, isStrong: true) }, isGroup: true))
        let table = PackTable(caption: figures.caption, columns: columns, rows: rows, note: figures.note)
        return PackSection(id: "themes", title: "Themes", blocks: [.table(table)])
    }
}
