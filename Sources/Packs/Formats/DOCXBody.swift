/// The parts of a Word document that hold what a pack says.
struct DOCXBody {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let spaces = "xmlns:w=\"\(word)\" xmlns:r=\"\(office)\""

    private let document: PackDocument
    private var body = ""
    /// Addresses that words lead to.
    private var links: [String] = []
    /// The bookmark of each section.
    private var marks: [String: Int] = [:]
    /// Lists of limbs: each begins anew.
    private var limbLists = 0
    /// Whether the page now lies on its side.
    private var isWide = false

    init(_ document: PackDocument) {
        self.document = document
        func mark(_ sections: [PackSection]) {
            for section in sections {
                marks[section.id] = marks.count + 1
                mark(section.sections)
            }
        }
        mark(document.sections)
        cover()
        for section in document.sections { add(section) }
        body += Self.page(isWide: isWide)
    }

    var xml: String {
        "\(Self.declaration)<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"
    }

    /// What every page says at its head: whom it is not for, and that it is a draft.
    var header: String {
        let words = [document.marking, document.draft].compactMap(\.self)
        let text = words.isEmpty ? "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p>" : ""
        return "\(Self.declaration)<w:hdr \(Self.spaces)>"
            + words.map { Self.paragraph("Marking", Self.run($0)) }.joined() + text + "</w:hdr>"
    }

    /// What it is called, and the number of the page.
    var footer: String {
        func number(_ field: String) -> String {
            "<w:fldSimple w:instr=\"\(field)\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        }
        let pages = "<w:r><w:tab/></w:r>\(Self.run("Page "))\(number("PAGE"))\(Self.run(" of "))\(number("NUMPAGES"))"
        return
            "\(Self.declaration)<w:ftr \(Self.spaces)>\(Self.paragraph("Footer", Self.run(document.title) + pages))</w:ftr>"
    }

    var relationships: String {
        let parts = ["styles", "numbering", "settings", "header", "footer"].enumerated().map { number, part in
            let file = ["header", "footer"].contains(part) ? "\(part)1" : part
            return "<Relationship Id=\"rId\(number + 1)\" Type=\"\(Self.office)/\(part)\" Target=\"\(file).xml\"/>"
        }
        let outside = links.enumerated().map { number, link in
            "<Relationship Id=\"link\(number + 1)\" Type=\"\(Self.office)/hyperlink\" "
                + "Target=\"\(Self.escaped(link))\" TargetMode=\"External\"/>"
        }
        return
            "\(Self.declaration)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + (parts + outside).joined() + "</Relationships>"
    }

    var numbering: String {
        func level(_ format: String, _ text: String) -> String {
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/>"
                + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"454\"/></w:pPr></w:lvl>"
        }
        let kinds = [level("bullet", "•"), level("lowerRoman", "%1.")].enumerated().map { number, level in
            "<w:abstractNum w:abstractNumId=\"\(number)\"><w:multiLevelType w:val=\"singleLevel\"/>\(level)</w:abstractNum>"
        }
        let lists = (0...limbLists).map { number in
            "<w:num w:numId=\"\(number + 1)\"><w:abstractNumId w:val=\"\(number == 0 ? 0 : 1)\"/>"
                + (number == 0
                    ? "" : "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>") + "</w:num>"
        }
        return "\(Self.declaration)<w:numbering \(Self.spaces)>\(kinds.joined())\(lists.joined())</w:numbering>"
    }

    private mutating func cover() {
        body += Self.paragraph("Organisation", Self.run(document.organisation))
        body += Self.paragraph("Heading1", Self.run(document.heading))
        body += Self.paragraph("Subtitle", Self.run(document.subheading))
        let edition = [document.edition, document.markingReason].compactMap(\.self).joined(separator: ". ")
        if !edition.isEmpty { body += Self.paragraph("Quiet", Self.run(edition)) }
        add(document.facts)
        for notice in document.notices { add(notice) }
        guard document.hasContents, document.sections.count > 1 else { return }
        body += Self.paragraph("Contents", Self.run("Contents"))
        for section in document.sections {
            body += Self.paragraph("Fact", Self.link(section.title, anchor: marks[section.id]))
        }
    }

    private mutating func add(_ section: PackSection, isWithinWide: Bool = false) {
        let wide = section.isWide || isWithinWide
        let turns = wide != isWide
        if turns { body += "<w:p><w:pPr>\(Self.page(isWide: isWide))</w:pPr></w:p>" }
        isWide = wide
        let number = marks[section.id] ?? 0
        let properties = !turns && (section.startsPage || section.isWide) ? "<w:pageBreakBefore/>" : ""
        body += Self.paragraph(
            "Heading\(section.level)",
            "<w:bookmarkStart w:id=\"\(number)\" w:name=\"s\(number)\"/>\(Self.run(section.title))"
                + "<w:bookmarkEnd w:id=\"\(number)\"/>", properties)
        for block in section.blocks { add(block) }
        for part in section.sections { add(part, isWithinWide: wide) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .paragraph(let value):
            let lead = value.lead.map { Self.run($0 + (value.text.isEmpty ? "" : " "), isStrong: true) } ?? ""
            let lines = value.more.map { "<w:r><w:br/></w:r>\(Self.run($0))" }.joined()
            let isRight = value.lead == nil && value.text.beginsAtTheRight
            body += Self.paragraph(
                "Normal", lead + Self.run(value.text) + lines, value.text.isEmpty ? "<w:keepNext/>" : "",
                isRight: isRight)
        case .list(let value):
            for item in value.items {
                body += Self.paragraph(
                    "ListBullet", Self.run(item), Self.list(1), isRight: item.beginsAtTheRight)
            }
        case .table(let value): add(value)
        case .facts(let value): add(value.items)
        case .notice(let value): add(value)
        case .figures(let value):
            let figures = value.items.map { Self.run($0.value, isStrong: true) + Self.run(" \($0.label)") }
            body += Self.paragraph("Figures", figures.joined(separator: Self.run("     ")), "<w:keepNext/>")
        case .resolution(let value): add(value)
        }
    }

    private mutating func add(_ facts: [Fact]) {
        for fact in facts {
            let said = Self.run(fact.text)
            body += Self.paragraph(
                "Fact", Self.run("\(fact.label): ", isStrong: true) + (fact.link.map { outside($0, said) } ?? said))
        }
    }

    private mutating func add(_ notice: Notice) {
        body += Self.paragraph(
            notice.tone == .warning ? "Warning" : "Notice",
            Self.run("\(notice.title). ", isStrong: true) + Self.run(notice.text))
    }

    private mutating func add(_ value: Resolution) {
        body += Self.paragraph("ResolutionKind", Self.run("\(value.ref), \(value.kind)"), "<w:keepNext/>")
        body += Self.paragraph(
            "Resolution", Self.run("\(value.label) ", isStrong: true) + Self.run(value.text),
            value.limbs.isEmpty ? "" : "<w:keepNext/>")
        if !value.limbs.isEmpty { limbLists += 1 }
        for limb in value.limbs {
            // The bar at its side is in line with those above and below, wherever the list would stand by itself.
            body += Self.paragraph(
                "ResolutionLimb", Self.run(limb), Self.list(limbLists + 1) + "<w:ind w:left=\"681\" w:hanging=\"454\"/>"
            )
        }
        for note in value.notes { body += Self.paragraph("ResolutionKind", Self.run(note)) }
        if let provisional = value.provisional {
            body += Self.paragraph("Resolution", Self.run(provisional, isStrong: true))
        }
    }

    private mutating func add(_ table: PackTable) {
        body += Self.paragraph("Caption", Self.run(table.caption), "<w:keepNext/>")
        func cell(_ content: String, _ column: PackTable.Column, isGroup: Bool) -> String {
            let shade = isGroup ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF3F7\"/>" : ""
            return
                "<w:tc><w:tcPr><w:tcW w:w=\"\(column.percent * 50)\" w:type=\"pct\"/>\(shade)</w:tcPr>\(content)</w:tc>"
        }
        func row(_ cells: [String], _ properties: String) -> String {
            "<w:tr><w:trPr><w:cantSplit/>\(properties)</w:trPr>\(cells.joined())</w:tr>"
        }
        func side(_ column: PackTable.Column) -> String { column.isNumber ? "<w:jc w:val=\"right\"/>" : "" }
        let head = row(
            table.columns.map {
                cell(Self.paragraph("TableHead", Self.run($0.title), side($0)), $0, isGroup: false)
            }, "<w:tblHeader/>")
        let rows = table.rows.map { line in
            row(
                zip([line.head] + line.cells, table.columns).enumerated().map { place, pair in
                    let (said, column) = pair
                    let text = Self.run(said.text, isStrong: said.isStrong || place == 0)
                    let linked = said.link.flatMap { marks[$0] }.map { Self.anchored(text, $0) } ?? text
                    let details = said.details.map { Self.paragraph("TableDetail", Self.run($0), side(column)) }
                    let words = Self.paragraph("TableText", linked, side(column), isRight: said.text.beginsAtTheRight)
                    return cell(words + details.joined(), column, isGroup: line.isGroup)
                }, "")
        }
        body +=
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"PackTable\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
            + "<w:tblLayout w:type=\"fixed\"/>"
            + "<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" "
            + "w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"\(Self.escaped(table.caption))\"/></w:tblPr><w:tblGrid>"
            + table.columns.map { "<w:gridCol w:w=\"\($0.percent * 97)\"/>" }.joined() + "</w:tblGrid>\(head)"
            + rows.joined() + "</w:tbl>"
            + Self.paragraph(
                "Quiet", table.note.map { Self.run($0) } ?? "", "<w:spacing w:before=\"100\"/>")
    }

    private mutating func outside(_ link: String, _ said: String) -> String {
        let number = (links.firstIndex(of: link) ?? links.count) + 1
        if number > links.count { links.append(link) }
        return "<w:hyperlink r:id=\"link\(number)\">\(said)</w:hyperlink>"
    }

    private static func link(_ text: String, anchor: Int?) -> String {
        anchor.map { anchored(run(text), $0) } ?? run(text)
    }

    private static func anchored(_ runs: String, _ mark: Int) -> String {
        "<w:hyperlink w:anchor=\"s\(mark)\">\(runs)</w:hyperlink>"
    }

    private static func list(_ number: Int) -> String {
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
    }

    private static func paragraph(
        _ style: String, _ runs: String, _ properties: String = "", isRight: Bool = false
    ) -> String {
        // In the order in which the standard has them: what keeps together, lists, direction, sides.
        let direction = isRight ? "<w:bidi/>" : ""
        let sides = properties.hasPrefix("<w:jc") ? direction + properties : properties + direction
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(sides)</w:pPr>\(runs)</w:p>"
    }

    /// A text as runs, one for each script that it is in.
    private static func run(_ text: String, isStrong: Bool = false) -> String {
        WritingSystem.runs(of: text).map { run in
            var properties = isStrong ? "<w:b/><w:bCs/>" : ""
            if let system = run.system, let language = run.language {
                let kind = system.isRightToLeft || system.name != "CJK" ? "bidi" : "eastAsia"
                properties += (system.isRightToLeft ? "<w:rtl/>" : "") + "<w:lang w:\(kind)=\"\(language)\"/>"
            }
            let style = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
            return "<w:r>\(style)<w:t xml:space=\"preserve\">\(escaped(run.text))</w:t></w:r>"
        }.joined()
    }

    private static func page(isWide: Bool) -> String {
        let (width, height) = isWide ? (16838, 11906) : (11906, 16838)
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
            + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(isWide ? " w:orient=\"landscape\"" : "")/>"
            + "<w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" "
            + "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    }

    static func escaped(_ text: String) -> String { HTMLEscaping().escapeText(text) }
}
