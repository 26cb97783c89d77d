import Foundation

/// A message with files, as mail programs open it to be looked through and sent (RFC 5322, RFC 2045): nobody who gets it sees
/// who else does.
public struct MailMessage: Sendable {
    public let from: String
    public let to: [String]
    public let subject: String
    public let text: String
    public let files: [(name: String, contents: Data)]

    /// - Parameters:
    ///   - from: an address.
    ///   - to: the addresses of those who get it, each unseen by the others.
    public init(
        from: String, unseenTo to: [String], subject: String, text: String, files: [(name: String, contents: Data)]
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.files = files
    }

    public var data: Data {
        // Base64 has no such line.
        let boundary = "=_lap_parts"
        var lines = [
            "From: \(Self.bare(from))", "To: undisclosed-recipients:;",
            "Bcc: \(to.map(Self.bare).joined(separator: ",\r\n "))", "Subject: \(Self.encoded(subject))",
            // Programs that know it open the message as one that is still to be sent.
            "X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "",
            "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Self.base64(Data(text.utf8)),
        ]
        for file in files {
            lines += [
                "--\(boundary)", "Content-Type: \(Self.type(of: file.name)); name=\"\(file.name)\"",
                "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=\"\(file.name)\"", "",
                Self.base64(file.contents),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return Data(lines.joined(separator: "\r\n").utf8)
    }

    /// On one line: nothing in it begins another header.
    private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && !$0.isNewline } }

    /// Words that are not plain letters, as headers take them: in pieces that no line is too short for.
    private static func encoded(_ text: String) -> String {
        let text = text.oneLine
        guard text.utf8.count > 60 || !text.allSatisfy(\.isASCII) else { return text }
        var words: [String] = [""]
        for character in text {
            if words[words.count - 1].utf8.count + character.utf8.count > 39 { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func base64(_ data: Data) -> String {
        data.base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
    }

    private static func type(of name: String) -> String {
        switch (name as NSString).pathExtension {
        case "pdf": "application/pdf"
        case "html": "text/html; charset=utf-8"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "md": "text/markdown; charset=utf-8"
        case "json": "application/json"
        case "ics": "text/calendar; charset=utf-8"
        case "png": "image/png"
        case "jpeg": "image/jpeg"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
