/// A file that was attached to a matter, as it goes out with the papers. What it was called where it came from is kept
/// nowhere: that may be somebody's name.
public struct AttachedPaper: Hashable, Sendable {
    /// What files may be.
    public enum Format: String, CaseIterable, Sendable {
        case pdf, docx, xlsx, png, jpeg, txt, md

        public var isText: Bool { [.txt, .md].contains(self) }
    }

    /// `m-3-paper-1.pdf`.
    public var name: String
    public var format: Format
    /// In bytes.
    public var size: Int
    /// What it is kept under.
    public var digest: String
    /// What it says, where it is text.
    public var text: String?

    public init(of reference: String, number: Int, format: Format, size: Int, digest: String, text: String? = nil) {
        self.text = text
        name = "\(reference.lowercased())-paper-\(number).\(format.rawValue)"
        self.format = format
        self.size = size
        self.digest = digest
    }

    /// Packs hold it themselves, right after what it belongs to, where their format can.
    public var isSet: Bool { format == .pdf || format.isText }

    /// The formats of packs that hold what it says.
    public var holders: [String] {
        let pdfs = ["pdf", "large-print.pdf"]
        return format == .pdf ? pdfs : format.isText ? pdfs + ["html", "docx", "md"] : []
    }
}
