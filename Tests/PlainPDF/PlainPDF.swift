import Foundation

/// A PDF as programs write them that know nothing of tags: a line of text on each page.
public struct PlainPDF {
    /// What stands on each page.
    public var pages: [String]
    /// Whether its pages lie on their side.
    public var isWide: Bool
    /// What its catalogue holds besides.
    public var catalogue: String

    public init(pages: [String] = ["Posts for dunnarts"], isWide: Bool = false, catalogue: String = "") {
        self.pages = pages
        self.isWide = isWide
        self.catalogue = catalogue
    }

    private static func content(_ text: String) -> String { "BT /F1 24 Tf 40 200 Td (\(text)) Tj ET" }

    public var data: Data {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R \(catalogue)>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        for (place, text) in pages.enumerated() {
            let content = Self.content(text)
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(isWide ? "842 595" : "595 842")]"
                    + "/Resources<</Font<</F1 3 0 R>>>>/Contents \(5 + 2 * place) 0 R>>")
            // As many programs do, how long it is stands elsewhere.
            objects.append("<</Length \(4 + 2 * pages.count + place) 0 R>>stream\n\(content)\nendstream")
        }
        for page in pages { objects.append("\(Self.content(page).utf8.count)") }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (place, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(place + 1) 0 obj\n\(object)\nendobj\n"
        }
        let end = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(end)\n%%EOF\n"
        return Data(text.utf8)
    }
}
