extension PackDocument {
    /// Gives each section the level of heading that its depth asks for, so that no level is left out.
    public func levelled() -> PackDocument {
        func level(_ section: PackSection, _ depth: Int) -> PackSection {
            var section = section
            section.level = min(depth, 6)
            section.sections = section.sections.map { level($0, depth + 1) }
            return section
        }
        var document = self
        document.sections = sections.map { level($0, 2) }
        return document
    }

    /// Passes every piece of running text through a change, in reading order. Headings, labels and references stay.
    public func mappingText(_ change: (String) -> String) -> PackDocument {
        var document = self
        document.organisation = change(organisation)
        document.facts = facts.map { $0.mappingText(change) }
        document.notices = notices.map { $0.mappingText(change) }
        document.sections = sections.map { $0.mappingText(change) }
        return document
    }
}

extension PackSection {
    fileprivate func mappingText(_ change: (String) -> String) -> PackSection {
        var section = self
        section.blocks = blocks.map { $0.mappingText(change) }
        section.sections = sections.map { $0.mappingText(change) }
        return section
    }
}

extension Block {
    fileprivate func mappingText(_ change: (String) -> String) -> Block {
        switch self {
        case .paragraph(var value):
            value.text = change(value.text)
            value.more = value.more.map(change)
            return .paragraph(value)
        case .list(var value):
            value.items = value.items.map(change)
            return .list(value)
        case .table(var value):
            value.rows = value.rows.map { $0.mappingText(change) }
            value.note = value.note.map(change)
            return .table(value)
        case .facts(var value):
            value.items = value.items.map { $0.mappingText(change) }
            return .facts(value)
        case .notice(let value):
            return .notice(value.mappingText(change))
        // A decision stands in the words in which it was said.
        case .figures, .resolution:
            return self
        }
    }
}

extension Fact {
    fileprivate func mappingText(_ change: (String) -> String) -> Fact {
        var fact = self
        if link == nil { fact.text = change(text) }
        return fact
    }
}

extension Notice {
    fileprivate func mappingText(_ change: (String) -> String) -> Notice {
        var notice = self
        notice.text = change(text)
        return notice
    }
}

extension PackTable.Row {
    fileprivate func mappingText(_ change: (String) -> String) -> PackTable.Row {
        var row = self
        row.head = head.mappingText(change)
        row.cells = cells.map { $0.mappingText(change) }
        return row
    }
}

extension PackTable.Cell {
    fileprivate func mappingText(_ change: (String) -> String) -> PackTable.Cell {
        var cell = self
        cell.text = change(text)
        cell.details = details.map(change)
        return cell
    }
}
