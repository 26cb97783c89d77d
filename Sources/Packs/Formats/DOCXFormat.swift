import Foundation
import Workflow

/// A Word document: what a chair corrects, and those who are used to Word read.
struct DOCXFormat: PackFormat {
    let templates: Templates

    func write(_ document: PackDocument, to path: String, in folder: String) throws {
        let body = DOCXBody(document)
        var archive = ZIPArchive()
        archive.add("[Content_Types].xml", Self.types)
        archive.add("_rels/.rels", Self.relationships)
        archive.add("docProps/core.xml", core(document))
        archive.add("word/document.xml", body.xml)
        archive.add("word/styles.xml", try styles(document))
        archive.add("word/numbering.xml", body.numbering)
        archive.add("word/settings.xml", Self.settings)
        archive.add("word/header1.xml", body.header)
        archive.add("word/footer1.xml", body.footer)
        archive.add("word/_rels/document.xml.rels", body.relationships)
        let day = (Day(iso: document.date) ?? Day(number: 0)).description.split(separator: "-").compactMap {
            UInt16($0)
        }
        let date = max(day[0], 1980) &- 1980 << 9 | day[1] << 5 | day[2]
        try archive.data(date: date).write(to: URL(filePath: path))
    }

    /// The text of every part, and the attributes that hold words or addresses.
    func texts(of path: String) throws -> [WrittenText] {
        let parts = try ZIPArchive(Data(contentsOf: URL(filePath: path))).entries
        return parts.map { part in
            let xml = String(decoding: part.contents, as: UTF8.self)
            return WrittenText("the DOCX", Self.text(of: xml, withAttributes: part.name != "word/styles.xml"))
        }
    }

    /// Every end of an element parts words, but for runs of one paragraph. What a standard calls its own parts is no text.
    private static func text(of xml: String, withAttributes: Bool) -> String {
        let joined: Set<Substring> = [
            "w:t", "w:r", "w:rPr", "w:b", "w:bCs", "w:lang", "w:rtl", "w:hyperlink", "w:rStyle",
        ]
        let standards: Set<Substring> = ["Type", "ContentType", "PartName", "Id", "Extension"]
        var text = ""
        var attributes: [String] = []
        var rest = xml[...]
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            let tag = rest[open...].prefix { $0 != ">" }
            let name = tag.dropFirst().drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
            if !joined.contains(name) { text += "\n" }
            for match in tag.matches(of: /\s([\w:]+)="([^"]*)"/)
            where !match.1.hasPrefix("xmlns") && !standards.contains(match.1) && match.2.contains(/[\s@:.%]/) {
                attributes.append(String(match.2))
            }
            rest = rest[tag.endIndex...].dropFirst()
        }
        text += rest
        return HTMLText.decoded(withAttributes ? text + "\n" + attributes.joined(separator: "\n") : text)
    }

    /// The house's styles, larger for whoever asked for large print.
    private func styles(_ document: PackDocument) throws(PackProblem) -> String {
        let styles = try templates.read("docx-styles.xml")
        guard document.isLargePrint else { return styles }
        return styles.replacing(/<w:(sz|szCs) w:val="(\d+)"/) { "<w:\($0.1) w:val=\"\((Int($0.2) ?? 24) * 3 / 2)\"" }
    }

    private func core(_ document: PackDocument) -> String {
        func moment(_ name: String) -> String {
            "<dcterms:\(name) xsi:type=\"dcterms:W3CDTF\">\(document.date)T00:00:00Z</dcterms:\(name)>"
        }
        return DOCXBody.declaration + """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(DOCXBody.escaped(document.title))</dc:title>\
            <dc:language>\(document.language)</dc:language>\(moment("created"))\(moment("modified"))</cp:coreProperties>
            """
    }

    private static let types =
        DOCXBody.declaration + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            \([("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
                ("header1", "header"), ("footer1", "footer")].map { part, type in
                    "<Override PartName=\"/word/\(part).xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.wordprocessingml.\(type)+xml\"/>"
                }.joined())</Types>
            """

    private static let relationships =
        DOCXBody.declaration + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="\(DOCXBody.office)/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="rId2" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/></Relationships>
            """

    private static let settings =
        DOCXBody.declaration + """
            <w:settings xmlns:w="\(DOCXBody.word)"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>\
            <w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" \
            w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
            <w:themeFontLang w:val="en-GB"/></w:settings>
            """
}
