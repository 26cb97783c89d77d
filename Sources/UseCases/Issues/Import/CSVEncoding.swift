/// How the bytes of a spreadsheet's text file stand for characters.
public enum CSVEncoding: String, CaseIterable, Codable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"

    /// The same text in UTF-8; nil when a byte stands for nothing.
    func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard self == .windows1252 else { return bytes }
        var text = String.UnicodeScalarView()
        for byte in bytes {
            switch byte {
            case 0x80...0x9F:
                guard let scalar = CSVEncoding.windowsScalars[Int(byte) - 0x80] else { return nil }
                text.append(scalar)
            default: text.append(Unicode.Scalar(byte))
            }
        }
        return Array(String(text).utf8)
    }

    /// Text that is no UTF-8 is most often of this encoding: whatever Windows wrote, if no byte speaks against it.
    static func looksLikeWindows1252(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { byte in !(0x80...0x9F).contains(byte) || windowsScalars[Int(byte) - 0x80] != nil }
    }

    /// Bytes 0x80 to 0x9F, where Windows-1252 differs from Latin-1; five of them stand for nothing.
    private static let windowsScalars: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
